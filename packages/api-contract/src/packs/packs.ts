import { DEPENDENCY_TYPES } from '@waybill/profile-format'
import { z } from 'zod'
import { layerSchema, packPresetSchema, packSchemaEntrySchema, packTypeSchema } from '../profiles/profiles.ts'
import { objectMetaSchema } from '../shapes/object-meta.ts'
import { listMetaSchema, pagingQuerySchema } from '../shapes/paging.ts'

/** Query of GET /v1/packs. */
export const packListQuerySchema = pagingQuerySchema.extend({
  filters: z
    .string()
    .max(4_096)
    .optional()
    .describe('field=value joined by AND and OR without blanks, e.g. spec.name=nginxANDspec.cloudTypes_in_aws,all'),
  orderBy: z.string().max(512).optional().describe('e.g. metadata.name=1,spec.version=-1; -1 is descending'),
  fields: z
    .string()
    .max(1_024)
    .optional()
    .describe('Only these, e.g. spec.version,spec.layer; name and uid always come'),
})

/** Query of the operations that return one pack with its versions. */
export const packTagQuerySchema = z.object({
  cloudType: z.string().max(64).optional().describe('`all` and absent are any'),
  layer: z.string().max(32).optional().describe('kernel, os, k8s, cni, csi, addon; absent is any'),
  states: z.string().max(253).optional().describe('deprecated, disabled; absent is all that are not disabled'),
  includePackValues: z.string().max(8).optional().describe('Taken and not looked at: the values always come'),
})

/** v1PackSummarySpec, without templates. */
export const packSummarySpecSchema = z
  .object({
    name: z.string(),
    displayName: z.string(),
    version: z.string(),
    layer: layerSchema,
    type: packTypeSchema,
    registryUid: z.string(),
    cloudTypes: z.array(z.string()),
    addonType: z.string(),
    addonSubType: z.string(),
    group: z.string(),
    eol: z.string(),
    annotations: z.record(z.string(), z.string()),
    digest: z.string(),
    logoUrl: z.string(),
    values: z.string(),
    manifests: z.array(z.object({ kind: z.string(), name: z.string(), uid: z.string() })),
    presets: z.array(packPresetSchema),
    schema: z.array(packSchemaEntrySchema),
  })
  .meta({ id: 'PackSummarySpec' })

/** v1PackSummaries: one item per pack version. Fields are absent only if the query's `fields` leaves them out. */
export const packSummariesSchema = z
  .object({
    items: z.array(
      z.object({
        apiVersion: z.string(),
        kind: z.string(),
        metadata: objectMetaSchema.partial().required({ name: true, uid: true }),
        spec: packSummarySpecSchema.partial(),
        status: z.object({}),
      }),
    ),
    listmeta: listMetaSchema,
  })
  .meta({ id: 'PackSummaries' })

/**
 * v1PackTagEntity: a pack of one registry with its versions (`tags`) and the content of the requested one
 * (`packValues`).
 */
export const packTagEntitySchema = z
  .object({
    name: z.string(),
    displayName: z.string(),
    layer: layerSchema,
    registryUid: z.string(),
    cloudTypes: z.array(z.string()),
    addonType: z.string(),
    addonSubType: z.string(),
    logoUrl: z.string(),
    tags: z.array(
      z.object({
        packUid: z.string(),
        tag: z.string(),
        version: z.string(),
        group: z.string(),
        parentTags: z.array(z.string()).describe('Floating tags that resolve to it or newer, e.g. 1.33.x'),
      }),
    ),
    packValues: z.array(
      z.object({
        packUid: z.string(),
        values: z.string(),
        readme: z.string(),
        annotations: z.record(z.string(), z.string()),
        presets: z.array(packPresetSchema),
        schema: z.array(packSchemaEntrySchema),
        dependencies: z.array(
          z.object({
            uid: z.string(),
            name: z.string(),
            displayName: z.string(),
            version: z.string(),
            registryUid: z.string(),
            logoUrl: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'PackTagEntity' })

/** v1PackReadme. */
export const packReadmeSchema = z.object({ readme: z.string() })

/** One pack version with everything that its page shows. Waybill's own. */
export const consolePackSchema = z
  .object({
    uid: z.string(),
    name: z.string(),
    displayName: z.string(),
    version: z.string(),
    description: z.string(),
    layer: layerSchema,
    type: packTypeSchema,
    cloudTypes: z.array(z.string()),
    addonType: z.string(),
    addonSubType: z.string(),
    group: z.string(),
    eol: z.string(),
    annotations: z.record(z.string(), z.string()),
    registry: z.object({ uid: z.string(), name: z.string(), kind: z.string() }),
    isRemoved: z.boolean().describe('No longer in its registry'),
    /** `unavailable`: values and README are still in the registry, which cannot be read at the moment. */
    content: z.enum(['read', 'unavailable']),
    values: z.string(),
    readme: z.string(),
    presets: z.array(packPresetSchema),
    schema: z.array(packSchemaEntrySchema),
    schemaText: z.string().describe('schema.yaml as it is written; empty without one'),
    dependencies: z.array(
      z.object({
        packName: z.string(),
        layer: z.string(),
        type: z.enum(DEPENDENCY_TYPES),
        minVersion: z.string(),
        maxVersion: z.string(),
      }),
    ),
    resources: z.array(z.object({ type: z.string(), minLimit: z.number() })),
    /** In every registry of the tenant, newest first, removed versions last. */
    versions: z.array(
      z.object({
        uid: z.string(),
        version: z.string(),
        registryUid: z.string(),
        registryName: z.string(),
        isRemoved: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ConsolePack' })

/** The values that the filters of the Packs page can offer. Waybill's own. */
export const packFacetsSchema = z.object({
  layers: z.array(layerSchema),
  types: z.array(packTypeSchema),
  cloudTypes: z.array(z.string()),
  registries: z.array(z.object({ uid: z.string(), name: z.string() })).describe('Those that hold packs'),
})
export type PackFacetsBody = z.infer<typeof packFacetsSchema>
export type PackSummariesBody = z.infer<typeof packSummariesSchema>
export type PackTagEntityBody = z.infer<typeof packTagEntitySchema>
export type ConsolePackBody = z.infer<typeof consolePackSchema>
