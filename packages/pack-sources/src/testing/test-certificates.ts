import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** PEM texts. */
export interface KeyPair {
  certificate: string
  key: string
}

export interface TestCertificates {
  ca: string
  /** For 127.0.0.1 and localhost. */
  server: KeyPair
  client: KeyPair
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
const LOOPBACK = 'subjectAltName=IP:127.0.0.1,DNS:localhost'

/** A certificate authority for one test, and the certificates that it has signed. */
export async function makeCertificates(): Promise<TestCertificates> {
  return inFolder(async (folder) => {
    const ca = await makeCertificate(folder, 'ca', ['-x509'])
    const signed = ['-x509', '-CA', join(folder, 'ca.crt'), '-CAkey', join(folder, 'ca.key')]
    const leaf = [...signed, '-addext', 'basicConstraints=critical,CA:FALSE']
    return {
      ca: ca.certificate,
      server: await makeCertificate(folder, 'server', [...leaf, '-addext', LOOPBACK]),
      client: await makeCertificate(folder, 'client', [...leaf, '-addext', 'extendedKeyUsage=clientAuth']),
    }
  })
}

/** A self-signed certificate, for signing tokens. */
export const makeSigner = (): Promise<KeyPair> => inFolder((folder) => makeCertificate(folder, 'signer', ['-x509']))

async function makeCertificate(folder: string, name: string, args: string[]): Promise<KeyPair> {
  const [certificate, key] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)]
  const names = ['-subj', `/CN=Waybill test ${name}`, '-days', '2', '-keyout', key, '-out', certificate]
  await promisify(execFile)('openssl', ['req', ...KEY, ...names, ...args])
  return { certificate: await readFile(certificate, 'utf8'), key: await readFile(key, 'utf8') }
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-certificates-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
