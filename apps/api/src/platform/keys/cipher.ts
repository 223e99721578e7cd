import { createCipheriv, createDecipheriv, createHash, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { takeRandomBytes } from '../random-bytes.ts'

/** Ciphertexts are `version | key id | nonce | tag | bytes`. Version 1 is not bound to a place. */
const UNBOUND = 1
const VERSION = 2
const KEY_ID_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES

/** The row and column of a ciphertext, which it is bound to. None of these values is secret. */
export interface CipherPlace {
  tenantUid: string
  table:
    'profiles' | 'layers' | 'manifests' | 'variables' | 'macros' | 'registries' | 'idempotency_keys' | 'sso_settings'
  /** Its primary key. */
  row: string
  column: string
}

export interface Cipher {
  encrypt: (text: string, place: CipherPlace) => Buffer<ArrayBuffer>
  /** @throws CipherError if it was made for another place or with an unknown key, or was changed since */
  decrypt: (bytes: Uint8Array, place: CipherPlace) => string
  /** A 256-bit key for one purpose, such as signing tokens, from each secret. Newest secret first. */
  deriveKeys: (purpose: string) => readonly [Buffer, ...Buffer[]]
  /** The ids of the secrets, newest first: ciphertexts contain them, and they reveal nothing. */
  keyIds: () => readonly string[]
  /** The first bytes of ciphertexts that are bound to their place and encrypted with the newest secret. */
  beginning: () => Buffer<ArrayBuffer>
}

interface Key {
  id: Buffer
  /** An object instead of bytes: a profile of 1,000 layers decrypts in 6 ms instead of 24. */
  key: KeyObject
}

/** Names neither key nor text. */
export class CipherError extends Error {
  override readonly name = 'CipherError'
}

/** Whether a ciphertext is older than the binding of ciphertexts to places. */
const isUnbound = (bytes: Uint8Array): boolean => bytes[0] === UNBOUND

/**
 * AES-256-GCM with the first secret. Texts of older secrets stay readable, so that secrets can be rotated. Nonces are
 * random, which is safe for 2^32 texts per key.
 * @param reload reads the secrets again: a text may name one that was added while this process runs (`npm run
 * rotate-key`)
 */
export function createCipher(secrets: readonly string[], reload?: () => readonly string[]): Cipher {
  let ring = createRing(secrets)
  const keyFor = (id: string): Key | undefined => {
    if (!ring.readable.has(id) && reload) ring = createRing(reload())
    return ring.readable.get(id)
  }
  return {
    encrypt: (text, place) => encrypt(ring.newest, text, place),
    decrypt: (bytes, place) => decrypt(keyFor, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), place),
    deriveKeys: (purpose) => {
      const [first, ...rest] = ring.secrets.map((secret) => derive(secret, purpose))
      if (!first) throw new CipherError('no secret key')
      return [first, ...rest]
    },
    keyIds: () => [...ring.readable.keys()],
    beginning: () => Buffer.concat([Buffer.of(VERSION), ring.newest.id]),
  }
}

function createRing(secrets: readonly string[]) {
  const [newest, ...older] = secrets.map((secret) => encryptionKey(secret))
  if (!newest) throw new CipherError('no secret key')
  return { secrets, newest, readable: new Map([newest, ...older].map((key) => [key.id.toString('hex'), key])) }
}

const derive = (secret: string, purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'waybill', purpose, 32))

function encryptionKey(secret: string): Key {
  const id = createHash('sha256').update(derive(secret, 'key-id')).digest().subarray(0, KEY_ID_BYTES)
  return { id, key: createSecretKey(derive(secret, 'encryption')) }
}

/** Our uids and names contain no NUL, so no two places have the same bytes. */
const bytesOf = ({ tenantUid, table, row, column }: CipherPlace) =>
  Buffer.from([tenantUid, table, row, column].join('\0'))

function encrypt({ id, key }: Key, text: string, place: CipherPlace): Buffer<ArrayBuffer> {
  const nonce = takeRandomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(bytesOf(place))
  const body = cipher.update(text, 'utf8')
  cipher.final()
  return Buffer.concat([Buffer.of(VERSION), id, nonce, cipher.getAuthTag(), body])
}

function decrypt(keyFor: (id: string) => Key | undefined, bytes: Buffer, place: CipherPlace): string {
  if (bytes.length < HEADER_BYTES || (bytes[0] !== VERSION && !isUnbound(bytes)))
    throw new CipherError('not a ciphertext')
  const nonceAt = 1 + KEY_ID_BYTES
  const key = keyFor(bytes.subarray(1, nonceAt).toString('hex'))
  if (!key) throw new CipherError('encrypted with a secret key that is not known here')
  const decipher = createDecipheriv('aes-256-gcm', key.key, bytes.subarray(nonceAt, nonceAt + NONCE_BYTES))
  if (!isUnbound(bytes)) decipher.setAAD(bytesOf(place))
  decipher.setAuthTag(bytes.subarray(nonceAt + NONCE_BYTES, HEADER_BYTES))
  const body = decipher.update(bytes.subarray(HEADER_BYTES))
  try {
    decipher.final()
  } catch (error) {
    throw new CipherError('changed or moved since it was encrypted', { cause: error })
  }
  return body.toString('utf8')
}
