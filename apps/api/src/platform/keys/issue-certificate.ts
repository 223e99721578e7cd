// Required by @peculiar/x509, and must be loaded before it.
import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const PURPOSES = { server: ExtendedKeyUsage.serverAuth, client: ExtendedKeyUsage.clientAuth }

type CertificateKeys = Awaited<ReturnType<typeof createCertificateKeys>>

export const createCertificateKeys = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])

/** What kind of holder a certificate is for. */
type CertificateHolder =
  | { kind: 'authority' }
  | {
      kind: 'peer'
      hosts: readonly string[]
      addresses: readonly string[]
      purposes: readonly (keyof typeof PURPOSES)[]
    }

interface CertificateToIssue {
  /** Such as `CN=localhost, O=Waybill`. */
  subject: string
  keys: CertificateKeys
  holder: CertificateHolder
  /** Who signs it; self-signed if absent. */
  issuer?: { subject: string; keys: CertificateKeys }
  notBefore: Date
  notAfter: Date
}

/** A certificate and its private key, as PEM. */
export async function issueCertificate({ subject, keys, holder, issuer, ...period }: CertificateToIssue) {
  const certificate = await X509CertificateGenerator.create({
    ...period,
    subject,
    issuer: issuer?.subject ?? subject,
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: extensionsOf(holder),
  })
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  return { certificate: `${certificate.toString('pem')}\n`, key: `${key}\n` }
}

function extensionsOf(holder: CertificateHolder) {
  if (holder.kind === 'authority') return [new BasicConstraintsExtension(true, undefined, true)]
  return [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension(holder.purposes.map((purpose) => PURPOSES[purpose])),
    new SubjectAlternativeNameExtension([
      ...holder.hosts.map((value) => ({ type: 'dns', value }) as const),
      ...holder.addresses.map((value) => ({ type: 'ip', value }) as const),
    ]),
  ]
}
