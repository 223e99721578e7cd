import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const SHAPE = /^([0-9a-f]{16})\.([A-Za-z0-9_-]{43})$/

/**
 * `publicId.secret`: the first part is looked up, the second compared by digest in constant time. A secret of 256
 * random bits needs no slow hash.
 */
export function createApiKey() {
  const publicId = randomBytes(8).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  return { publicId, keyHash: digestOf(secret), apiKey: `${publicId}.${secret}` }
}

export interface ApiKeyParts {
  publicId: string
  secret: string
}

export function parseApiKey(text: string): ApiKeyParts | undefined {
  const match = SHAPE.exec(text)
  return match?.[1] && match[2] ? { publicId: match[1], secret: match[2] } : undefined
}

export function isSecretOf(secret: string, keyHash: Uint8Array): boolean {
  const digest = digestOf(secret)
  return digest.length === keyHash.length && timingSafeEqual(digest, keyHash)
}

const digestOf = (secret: string): Buffer<ArrayBuffer> => createHash('sha256').update(secret).digest()
