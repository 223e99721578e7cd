import { z } from 'zod'

/** Query of the four `…/sync` operations. */
export const registrySyncQuerySchema = z.object({
  forceSync: z
    .enum(['true', 'false'])
    .optional()
    .describe('Reads everything again, whatever the registry says has not changed'),
})
