import { z } from 'zod'
import { pagingQuerySchema } from './paging.ts'

/** Paging of lists that clients may request as a whole. */
export const wholePagingQuerySchema = pagingQuerySchema.extend({
  limit: z.coerce.number().int().min(0).optional().describe('At most 50; 0 means everything, absent 50'),
})

const grammar = {
  filters: z.string().max(4_096).optional().describe('E.g. metadata.name=Ours; joined by AND and OR'),
  orderBy: z.string().max(512).optional().describe('E.g. metadata.name=1; -1 for descending'),
  fields: z.string().max(1_024).optional().describe('Taken and not looked at: items are always whole'),
}

/** Query of lists that clients may request as a whole, with filters and sorting in the API's own grammar. */
export const wholeListQuerySchema = wholePagingQuerySchema.extend(grammar)
