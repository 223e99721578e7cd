import { z } from 'zod'

/** The paging data of a list response; `continue` is empty on the last page. */
export const listMetaSchema = z
  .object({
    continue: z.string(),
    count: z.int().describe('Items in all'),
    limit: z.int(),
    offset: z.int(),
  })
  .meta({ id: 'ListMeta', examples: [{ continue: '', count: 1, limit: 50, offset: 0 }] })

export const pagingQuerySchema = z.object({
  limit: z.coerce.number().int().min(0).optional().describe('At most 50; 0 and absent mean 50'),
  offset: z.coerce.number().int().min(0).optional().describe('Items to pass over'),
  continue: z.string().max(1_000).optional().describe('Token of the page before'),
})
