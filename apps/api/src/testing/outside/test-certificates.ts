import { createCertificateKeys, issueCertificate } from '../../platform/keys/issue-certificate.ts'

const subject = 'CN=Waybill test authority'
const DAY_MS = 86_400_000

/** A test's own certificate authority, for 127.0.0.1 and for clients. */
export async function createTestAuthority() {
  const keys = await createCertificateKeys()
  const period = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) }
  const { certificate } = await issueCertificate({ subject, keys, holder: { kind: 'authority' }, ...period })
  return {
    certificate,
    /** A certificate and its key, as PEM. */
    issueIdentity: async (name: string) =>
      issueCertificate({
        subject: `CN=${name}`,
        keys: await createCertificateKeys(),
        holder: { kind: 'peer', hosts: [], addresses: ['127.0.0.1'], purposes: ['server', 'client'] },
        issuer: { subject, keys },
        ...period,
      }),
  }
}
