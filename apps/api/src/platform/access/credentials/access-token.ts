import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Cipher } from '../../keys/cipher.ts'

const LIFETIME = '15m'
const CLAIMS = { issuer: 'waybill', audience: 'waybill-api', typ: 'at+jwt' } as const

/** Whose token it is. */
export interface TokenSubject {
  userUid: string
  /** What it ends with; refreshing keeps it. */
  sessionUid: string
}

export interface AccessTokens {
  issue: (subject: TokenSubject) => Promise<string>
  /** Whose token it is; undefined for every token that is not ours, whatever is wrong with it. */
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
    // Which check failed is nobody's business outside.
    return undefined
  }
}
