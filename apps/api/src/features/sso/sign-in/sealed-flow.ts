import { EncryptJWT, jwtDecrypt } from 'jose'
import { z } from 'zod'
import type { Cipher } from '../../../platform/keys/cipher.ts'

export const FLOW_MINUTES = 10

const flowSchema = z.object({
  tenantUid: z.string(),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  redirectUri: z.string(),
})

/** A sign-in that is under way at a provider. */
export type SsoFlow = z.infer<typeof flowSchema>

const AUDIENCE = 'waybill-sso-flow'

/**
 * Encrypts a flow for the cookie of the browser that began it: no server has to store it, and no other browser can
 * finish it.
 */
export const sealFlow = (cipher: Cipher, flow: SsoFlow): Promise<string> =>
  new EncryptJWT({ ...flow })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setAudience(AUDIENCE)
    .setExpirationTime(`${FLOW_MINUTES}m`)
    .encrypt(cipher.deriveKeys('single-sign-on')[0])

/** @returns undefined for an invalid or expired flow */
export async function openFlow(cipher: Cipher, sealed: string): Promise<SsoFlow | undefined> {
  for (const key of cipher.deriveKeys('single-sign-on')) {
    try {
      const { payload } = await jwtDecrypt(sealed, key, { audience: AUDIENCE, requiredClaims: ['exp'] })
      return flowSchema.parse(payload)
    } catch {
      // Not encrypted with this key.
    }
  }
  return undefined
}
