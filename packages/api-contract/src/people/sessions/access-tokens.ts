import { z } from 'zod'

/** v1AuthTokenRevoke. */
export const tokenRevocationSchema = z
  .object({ tokens: z.array(z.string().max(1_024)).max(100).nullish() })
  .meta({ examples: [{ tokens: ['a token of the header Authorization'] }] })

export const accessTokenParams = z.object({ token: z.string().max(1_024) })
