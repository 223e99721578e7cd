import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Cipher } from '../../keys/cipher.ts'

const LIFETIME = '15m'
const CLAIMS = { issuer: 'waybill', audience: 'waybill-api', typ: 'at+jwt' } as const

/** The user that a token was issued to. */
export interface TokenSubject {
  userUid: string
  /** The session that it ends with; refreshing the token keeps the session. */
  sessionUid: string
}

export interface AccessTokens {
  issue: (subject: TokenSubject) => Promise<string>
  /** The token's subject; undefined for every token that is not valid, for whatever reason. */
  verify: (token: string) => Promise<TokenSubject | undefined>
}

export function createAccessTokens(cipher: Cipher): AccessTokens {
  const keys = cipher.deriveKeys('access-token')
  return {
    issue: ({ userUid, sessionUid }) =>
      new SignJWT({ sid: sessionUid })
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

const payloadSchema = z.object({ sub: z.string(), sid: z.string() })

async function subjectOf(token: string, key: Uint8Array): Promise<TokenSubject | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, {
      ...CLAIMS,
      algorithms: ['HS256'],
      requiredClaims: ['exp', 'sub'],
    })
    const { sub, sid } = payloadSchema.parse(payload)
    return { userUid: sub, sessionUid: sid }
  } catch {
    // Callers need not learn which check failed.
    return undefined
  }
}
