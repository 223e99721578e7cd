import { z } from 'zod'

/** v1HttpPatch: JSON Patch (RFC 6902) on what `GET` answers. */
export const jsonPatchSchema = z
  .array(
    z.object({
      op: z.enum(['add', 'remove', 'replace', 'move', 'copy']),
      path: z.string().max(1_024),
      from: z.string().max(1_024).nullish(),
      value: z.unknown().optional(),
    }),
  )
  .max(100)
