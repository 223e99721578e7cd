import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { createCertificateKeys, issueCertificate } from './issue-certificate.ts'

const DAY_MS = 86_400_000
/** Browsers refuse certificates that are valid for much longer. */
const VALID_DAYS = 365
const RENEW_DAYS_BEFORE = 30
const ADDRESSES = ['127.0.0.1', '::1']

export interface CertificateFiles {
  certFile: string
  keyFile: string
}

/**
 * Creates a certificate for this machine and its key, readable for their owner only, unless the files already hold a
 * fitting one: for the same names, with its key, and valid for another month.
 */
export async function ensureSelfSignedCertificate(
  { certFile, keyFile }: CertificateFiles,
  now = new Date(),
): Promise<void> {
  const names = [...new Set(['localhost', hostname()])]
  if (isFit({ certFile, keyFile }, { names, now })) return
  const { certificate, key } = await createCertificate(names, now)
  mkdirSync(dirname(certFile), { recursive: true, mode: 0o700 })
  writeWhole(keyFile, key)
  writeWhole(certFile, certificate)
}

function isFit(
  { certFile, keyFile }: CertificateFiles,
  { names, now }: { names: readonly string[]; now: Date },
): boolean {
  try {
    const certificate = new X509Certificate(readFileSync(certFile))
    return (
      certificate.validFromDate <= now &&
      certificate.validToDate.getTime() - now.getTime() > RENEW_DAYS_BEFORE * DAY_MS &&
      names.every((name) => certificate.checkHost(name) !== undefined) &&
      ADDRESSES.every((address) => certificate.checkIP(address) !== undefined) &&
      certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile)))
    )
  } catch {
    // The file is missing or not a certificate: a new one replaces it.
    return false
  }
}

async function createCertificate(names: readonly string[], now: Date) {
  return issueCertificate({
    subject: 'CN=localhost, O=Waybill',
    keys: await createCertificateKeys(),
    // Other machines' clocks may be slow.
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + VALID_DAYS * DAY_MS),
    holder: { kind: 'peer', hosts: names, addresses: ADDRESSES, purposes: ['server'] },
  })
}

/** Never half a file, and never readable for others, not even for a moment. */
function writeWhole(file: string, text: string) {
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
