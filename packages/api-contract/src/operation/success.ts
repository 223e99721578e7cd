import { z } from 'zod'
import { problemSchema } from '../errors/error.ts'
import { uidBodySchema } from '../shapes/uid.ts'

/** Of operations that make something. */
export const created = { 201: uidBodySchema } as const

/** Of operations that make something, and may have more to say of it than that. */
export const createdWithWarnings = {
  201: uidBodySchema.extend({ warnings: z.array(problemSchema).optional() }).meta({
    id: 'UidWithWarnings',
    description: 'warnings: what to know of what was created; absent where there is nothing',
    examples: [{ uid: '5e2031962f090e2d3d8a3290' }],
  }),
} as const

/** Of operations that have nothing to say. */
export const noContent = { 204: z.null() } as const
