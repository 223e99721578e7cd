import { z } from 'zod'

/** v1HttpPatch: a JSON Patch (RFC 6902) of the `GET` response. */
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
