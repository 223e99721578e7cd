import { z } from 'zod'
import { wholePagingQuerySchema } from '../shapes/list-query.ts'
import { objectMetaInputSchema, objectMetaSchema } from '../shapes/object-meta.ts'
import { listMetaSchema } from '../shapes/paging.ts'

const text = z.string().max(253)

/** v1TagFilter. */
export const tagFilterInputSchema = z.object({
  metadata: objectMetaInputSchema,
  spec: z
    .object({
      filterGroup: z
        .object({
          conjunction: z.enum(['and', 'or']).nullish(),
          filters: z
            .array(
              z.object({
                key: text.nullish(),
                negation: z.boolean().nullish(),
                operator: z.enum(['eq']).nullish(),
                values: z.array(text).max(200).nullish(),
              }),
            )
            .max(100)
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
})

/** v1TagFilterSummary: a saved filter with its conditions, including the defaults. */
export const tagFilterSchema = z
  .object({
    metadata: objectMetaSchema,
    spec: z.object({
      filterGroup: z.object({
        conjunction: z.enum(['and', 'or']),
        filters: z.array(
          z.object({ key: z.string(), negation: z.boolean(), operator: z.literal('eq'), values: z.array(z.string()) }),
        ),
      }),
    }),
  })
  .meta({ id: 'TagFilterSummary' })

export const filtersQuerySchema = wholePagingQuerySchema
export const filtersMetadataQuerySchema = z.object({
  filterType: z.string().max(64).optional().describe('tag is the only type here'),
})

/** v1FiltersSummary. */
export const filtersSchema = z.object({
  items: z.array(z.object({ metadata: objectMetaSchema, spec: z.object({ filterType: z.literal('tag') }) })),
  listmeta: listMetaSchema,
})

/** v1FiltersMetadata. */
export const filtersMetadataSchema = z.object({
  items: z.array(z.object({ uid: z.string(), name: z.string(), filterType: z.literal('tag') })),
})

export type TagFilterInput = z.infer<typeof tagFilterInputSchema>
