import { z } from 'zod'
import { EXAMPLE_META } from './examples.ts'

/** v1ObjectMeta; clients read annotations.scope and annotations.description. */
export const objectMetaSchema = z
  .object({
    name: z.string(),
    uid: z.string(),
    labels: z.record(z.string(), z.string()),
    annotations: z.record(z.string(), z.string()),
    creationTimestamp: z.string(),
    lastModifiedTimestamp: z.string(),
  })
  .meta({
    id: 'ObjectMeta',
    examples: [EXAMPLE_META],
  })

/**
 * v1ObjectMeta as clients send it. Go clients send zero timestamps and uids of their own with every object: all other
 * fields are ignored.
 */
export const objectMetaInputSchema = z
  .object({
    name: z.string().min(1).max(253),
    labels: z.record(z.string().max(253), z.string().max(253)).nullish(),
    annotations: z.record(z.string().max(253), z.string().max(16_384)).nullish(),
  })
  .meta({ id: 'ObjectMetaEntity' })

export const objectEntitySchema = z.object({ name: z.string(), uid: z.string() })
