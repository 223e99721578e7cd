import { z } from 'zod'
import { pagingQuerySchema } from '../shapes/paging.ts'

const flag = z.enum(['true', 'false']).optional()

/** Query of creating a registry. */
export const registryCreateQuerySchema = z.object({ skipPackSync: flag.describe('Leave out the first sync') })

/** Query of replacing a registry. */
export const registryReplaceQuerySchema = z.object({ forceSync: flag.describe('Read everything again afterwards') })

/** Query of deleting a registry of any form. */
export const registryDeleteQuerySchema = z.object({
  force: flag.describe('Also while profiles use packs of it: their layers are marked invalid and keep their values'),
})

/** Query of the lists of one kind of registry. */
export const registryListQuerySchema = pagingQuerySchema.extend({
  scope: z.string().max(32).optional().describe('system, tenant or all'),
  filters: z.string().max(4_096).optional().describe('E.g. metadata.name=Ours; joined by AND and OR'),
  orderBy: z.string().max(512).optional().describe('E.g. metadata.name=1; -1 for descending'),
  fields: z.string().max(1_024).optional().describe('Taken and not looked at: items are always whole'),
})

/** Query of the four `…/sync` operations. */
export const registrySyncQuerySchema = z.object({
  forceSync: z
    .enum(['true', 'false'])
    .optional()
    .describe('Reads everything again, whatever the registry says has not changed'),
})
