import { z } from 'zod'
import { problemSchema } from '../errors/error.ts'
import { uidBodySchema } from '../shapes/uid.ts'

/** For operations that create something. */
export const created = { 201: uidBodySchema } as const

/** For operations that create something and may return warnings. */
export const createdWithWarnings = {
  201: uidBodySchema.extend({ warnings: z.array(problemSchema).optional() }).meta({
    id: 'UidWithWarnings',
    description: 'warnings: what to know of what was created; absent where there is nothing',
    examples: [{ uid: '5e2031962f090e2d3d8a3290' }],
  }),
} as const

/** For operations without a response body. */
export const noContent = { 204: z.null() } as const
