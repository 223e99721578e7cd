import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate and its key, as PEM. */
export interface TestIdentity {
  certificate: string
  key: string
}

/** An authority of a test's own, which vouches for 127.0.0.1 and for clients. Nothing but node:crypto can be taken for granted. */
export function createTestAuthority() {
  const keys = createKeys()
  const name = 'Waybill test authority'
  const issue = (subject: string, publicKey: KeyObject, extensions: Buffer[]) =>
    pem('CERTIFICATE', certificate({ subject, issuer: name, publicKey, signer: keys.privateKey, extensions }))
  return {
    certificate: issue(name, keys.publicKey, [extension('551d13', sequence(tagged(0x01, Buffer.from([0xff]))))]),
    issueIdentity: (subject: string): TestIdentity => {
      const own = createKeys()
      const loopback = tagged(0x87, Buffer.from([127, 0, 0, 1]))
      return {
        certificate: issue(subject, own.publicKey, [extension('551d11', sequence(loopback))]),
        key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      }
    },
  }
}

interface CertificateFields {
  subject: string
  issuer: string
  publicKey: KeyObject
  signer: KeyObject
  extensions: Buffer[]
}

/** RFC 5280 §4.1. */
function certificate({ subject, issuer, publicKey, signer, extensions }: CertificateFields): Buffer {
  const algorithm = sequence(objectId('2a8648ce3d040302')) // ecdsa-with-SHA256
  const toBeSigned = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    commonName(issuer),
    sequence(time(-86_400_000), time(86_400_000)),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  return sequence(toBeSigned, algorithm, tagged(0x03, Buffer.from([0]), sign('sha256', toBeSigned, signer)))
}

const createKeys = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' })

function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const size = body.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const sequence = (...parts: Buffer[]) => tagged(0x30, ...parts)
const integer = (bytes: Buffer) => tagged(0x02, bytes)
const objectId = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'))
const commonName = (name: string) =>
  sequence(tagged(0x31, sequence(objectId('550403'), tagged(0x0c, Buffer.from(name)))))
const extension = (hex: string, value: Buffer) => sequence(objectId(hex), tagged(0x04, value))

function time(offsetMs: number): Buffer {
  const digits = new Date(Date.now() + offsetMs).toISOString().replaceAll(/\D/g, '').slice(2, 14)
  return tagged(0x17, Buffer.from(`${digits}Z`))
}

const pem = (label: string, der: Buffer) =>
  `-----BEGIN ${label}-----\n${der.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`
