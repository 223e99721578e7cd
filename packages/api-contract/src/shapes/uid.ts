import { z } from 'zod'

/** 24 lower-case hex characters (contract §a). */
export const uidSchema = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .describe('Uid: 24 lower-case hex characters')

export const uidBodySchema = z
  .object({ uid: z.string().describe('Uid of what was created') })
  .meta({ id: 'Uid', examples: [{ uid: '5e2031962f090e2d3d8a3290' }] })

/** Of a path with one `{uid}`. */
export const uidParams = z.object({ uid: z.string().max(64) })

export type UidBody = z.infer<typeof uidBodySchema>
