import { z } from 'zod'

export const uidBodySchema = z
  .object({ uid: z.string().describe('Uid of what was created') })
  .meta({ id: 'Uid', examples: [{ uid: '5e2031962f090e2d3d8a3290' }] })

/** Path parameters of a path with one `{uid}`. */
export const uidParams = z.object({ uid: z.string().max(64) })
