import { jwtVerify, SignJWT } from 'jose'
import type { Cipher } from '../keys/cipher.ts'

const LIFETIME = '15m'
const CLAIMS = { issuer: 'waybill', audience: 'waybill-api', typ: 'at+jwt' } as const

export interface AccessTokens {
  issue: (userUid: string) => Promise<string>
  /** The user's uid; undefined for every token that is not ours, whatever is wrong with it. */
  verify: (token: string) => Promise<string | undefined>
}

export function createAccessTokens(cipher: Cipher): AccessTokens {
  const keys = cipher.deriveKeys('access-token')
  return {
    issue: (userUid) =>
      new SignJWT()
        .setProtectedHeader({ alg: 'HS256', typ: CLAIMS.typ })
        .setSubject(userUid)
        .setIssuer(CLAIMS.issuer)
        .setAudience(CLAIMS.audience)
        .setIssuedAt()
        .setExpirationTime(LIFETIME)
        .sign(keys[0]),
    async verify(token) {
      for (const key of keys) {
        const subject = await subjectOf(token, key)
        if (subject) return subject
      }
      return undefined
    },
  }
}

async function subjectOf(token: string, key: Uint8Array): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, {
      ...CLAIMS,
      algorithms: ['HS256'],
      requiredClaims: ['exp', 'sub'],
    })
    return payload.sub
  } catch {
    // Which check failed is nobody's business outside.
    return undefined
  }
}
