import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureSelfSignedCertificate } from './self-signed-certificate.ts'

let folder: string
let files: { certFile: string; keyFile: string }
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waybill-tls-'))
  files = { certFile: join(folder, 'tls/certificate.pem'), keyFile: join(folder, 'tls/key.pem') }
  await ensureSelfSignedCertificate(files)
})
afterEach(() => rmSync(folder, { recursive: true }))

const certificate = () => new X509Certificate(readFileSync(files.certFile))

describe('a self-signed certificate', () => {
  it('is for this machine by all its names', () => {
    expect(['localhost', hostname()].map((name) => certificate().checkHost(name))).not.toContain(undefined)
    expect(['127.0.0.1', '::1'].map((address) => certificate().checkIP(address))).not.toContain(undefined)
  })

  it('is readable for its owner only', () => {
    expect(Object.values(files).map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600])
    expect(statSync(join(folder, 'tls')).mode & 0o777).toBe(0o700)
  })

  it('stays while it is valid', async () => {
    const before = certificate().fingerprint256
    await ensureSelfSignedCertificate(files)
    expect(certificate().fingerprint256).toBe(before)
  })

  it('is replaced a month before it expires', async () => {
    const before = certificate()
    await ensureSelfSignedCertificate(files, new Date(before.validToDate.getTime() - 29 * 86_400_000))
    expect(certificate().validToDate > before.validToDate).toBe(true)
  })

  it.each(['certFile', 'keyFile'] as const)('is replaced if its %s is damaged', async (file) => {
    const before = certificate().fingerprint256
    writeFileSync(files[file], 'x')
    await ensureSelfSignedCertificate(files)
    expect(certificate().fingerprint256).not.toBe(before)
  })
})
