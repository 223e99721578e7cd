import { z } from 'zod'

const text = z.string().max(253).nullish()
const texts = z.array(z.string().max(512)).max(50).nullish()
const ignoreCase = z.boolean().nullish().describe('True where it is absent')

/** v1FilterString; all of its conditions must hold. An unknown filter is refused, never ignored. */
export const filterStringSchema = z
  .strictObject({ eq: text, ne: text, contains: text, beginsWith: text, ignoreCase })
  .meta({ id: 'FilterString' })
  .nullish()

/** v1FilterArray of tags, each `key` or `key:value`; a key alone matches any value. */
export const filterTagsSchema = z
  .strictObject({
    eq: texts.describe('Has one of these'),
    ne: texts.describe('Has none of these'),
    beginsWith: texts.describe('Has one that begins with one of these'),
    ignoreCase,
  })
  .meta({ id: 'FilterTags' })
  .nullish()

const version = z.string().max(128).nullish()

/** v1FilterVersionString. */
export const filterVersionSchema = z
  .strictObject({
    eq: version,
    ne: version,
    gt: version.describe('Newer than this, as versions order'),
    lt: version.describe('Older than this, as versions order'),
    beginsWith: version,
  })
  .meta({ id: 'FilterVersion' })
  .nullish()

/** The fields to sort a list by, the most significant first. */
export const listSortSchema = <const Field extends string>(fields: readonly Field[]) =>
  z
    .array(z.strictObject({ field: z.enum(fields).nullish(), order: z.enum(['asc', 'desc']).nullish() }))
    .max(10)
    .nullish()

/** The same for lists that refuse a field they cannot be sorted by with `InvalidRequest`. */
export const namedSortSchema = z
  .array(z.strictObject({ field: z.string().max(64), order: z.enum(['asc', 'desc']).nullish() }))
  .max(10)
  .nullish()
