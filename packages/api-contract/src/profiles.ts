import { z } from 'zod'
import { listMetaSchema, objectEntitySchema, objectMetaSchema } from './common.ts'
import { filterStringSchema, filterTagsSchema, filterVersionSchema } from './list-filters.ts'

export const layerSchema = z.enum(['kernel', 'os', 'k8s', 'cni', 'csi', 'addon'])
export const packTypeSchema = z.enum(['spectro', 'helm', 'manifest', 'oci'])

/** v1PackSchema: one entry of a pack's schema.yaml; `name` is the path. */
export const packSchemaEntrySchema = z
  .object({
    name: z.string(),
    type: z.string(),
    format: z.string(),
    regex: z.string(),
    hints: z.array(z.string()),
    listOptions: z.array(z.string()),
    required: z.boolean(),
    readonly: z.boolean(),
  })
  .meta({ id: 'PackSchemaEntry' })

/** v1PackPreset. */
export const packPresetSchema = z
  .object({
    name: z.string(),
    displayName: z.string(),
    group: z.string(),
    remove: z.array(z.string()),
    add: z.string(),
  })
  .meta({ id: 'PackPreset' })

/** v1PackRef. `registryName` and `registryKind` are Waybill's own, for the console. */
export const packRefSchema = z
  .object({
    name: z.string(),
    layer: layerSchema,
    type: packTypeSchema,
    packUid: z.string(),
    registryUid: z.string(),
    tag: z.string(),
    version: z.string(),
    values: z.string(),
    manifests: z.array(z.object({ kind: z.string(), name: z.string(), uid: z.string() })),
    schema: z.array(packSchemaEntrySchema),
    presets: z.array(packPresetSchema),
    digest: z.string(),
    isInvalid: z.boolean(),
    inValidReason: z.string(),
    registryName: z.string(),
    registryKind: z.string(),
  })
  .meta({ id: 'PackRef' })

export const profileTemplateSchema = z
  .object({
    name: z.string(),
    uid: z.string(),
    type: z.string(),
    cloudType: z.string(),
    profileVersion: z.string(),
    packs: z.array(packRefSchema),
  })
  .meta({ id: 'ClusterProfileTemplate' })

export const profileVersionSchema = z.object({ uid: z.string(), version: z.string() })

/** v1ClusterProfile. Secrets are masked unless the caller may update the profile and does not come from the console. */
export const profileSchema = z
  .object({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: objectMetaSchema,
    spec: z.object({
      version: z.string(),
      versions: z.array(profileVersionSchema),
      draft: profileTemplateSchema.optional(),
      published: profileTemplateSchema.optional(),
    }),
    status: z.object({
      hasUserMacros: z.boolean(),
      isPublished: z.boolean(),
      inUseClusters: z.array(z.object({ uid: z.string(), name: z.string() })),
      inUseClusterUids: z.array(z.string()),
      inUseClusterTemplates: z.array(z.object({ uid: z.string(), name: z.string() })),
    }),
  })
  .meta({ id: 'ClusterProfile' })
export type ProfileBody = z.infer<typeof profileSchema>

export const variableSchema = z
  .object({
    name: z.string(),
    displayName: z.string(),
    description: z.string(),
    format: z.string(),
    inputType: z.string(),
    options: z.array(z.object({ value: z.string(), label: z.string(), description: z.string(), default: z.boolean() })),
    defaultValue: z.string(),
    regex: z.string(),
    required: z.boolean(),
    hidden: z.boolean(),
    immutable: z.boolean(),
    isSensitive: z.boolean(),
  })
  .meta({ id: 'Variable' })
export const variablesSchema = z.object({ variables: z.array(variableSchema) }).meta({ id: 'Variables' })

export const profileManifestsSchema = z
  .object({
    items: z.array(
      z.object({
        metadata: objectMetaSchema,
        spec: z.object({
          draft: z.object({ content: z.string(), digest: z.string() }).optional(),
          published: z.object({ content: z.string(), digest: z.string() }).optional(),
        }),
      }),
    ),
  })
  .meta({ id: 'ManifestEntities' })

/** Body of POST /v1/dashboard/clusterprofiles. `search`, `states` and `scopes` are Waybill's own filters. */
export const profileFilterSchema = z
  .strictObject({
    filter: z
      .strictObject({
        profileName: filterStringSchema,
        profileType: z.array(z.string().max(64)).max(20).nullish(),
        environment: z.array(z.string().max(64)).max(50).nullish().describe('Cloud types; `all` alone is any'),
        tags: filterTagsSchema,
        version: filterVersionSchema.describe('Of each name the newest version that fits is listed'),
        scope: z.string().max(32).nullish().describe('system | tenant | project'),
        resourceType: z.enum(['spectrocluster', 'clustertemplate']).nullish().describe('All profiles here suit both'),
        fips: z
          .enum(['full', 'none', 'partial', 'unknown'])
          .nullish()
          .describe('All profiles here are `unknown`: no pack says whether it is'),
        search: z.string().max(253).nullish().describe('In name, description and tags'),
        scopes: z
          .array(z.enum(['system', 'tenant', 'project']))
          .max(3)
          .nullish(),
        states: z
          .array(z.enum(['draft', 'published', 'invalid']))
          .max(3)
          .nullish(),
      })
      .nullish(),
    sort: z
      .array(z.strictObject({ field: z.string().max(64), order: z.enum(['asc', 'desc']).nullish() }))
      .max(10)
      .nullish(),
  })
  .meta({ id: 'ClusterProfilesFilter' })
export type ProfileFilter = z.infer<typeof profileFilterSchema>

export const profileTemplateSummarySchema = z
  .object({
    name: z.string(),
    uid: z.string(),
    type: z.string(),
    cloudType: z.string(),
    packs: z.array(
      z.object({
        name: z.string(),
        layer: layerSchema,
        type: packTypeSchema,
        version: z.string(),
        tag: z.string(),
        packUid: z.string(),
        registryUid: z.string(),
        isInvalid: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ClusterProfileTemplateSummary' })

/** v1ClusterProfileSummary: one item a name, its newest version. */
export const profileSummarySchema = z
  .object({
    metadata: objectMetaSchema,
    specSummary: z.object({
      version: z.string(),
      versions: z.array(profileVersionSchema),
      draft: profileTemplateSummarySchema.optional(),
      published: profileTemplateSummarySchema.optional(),
    }),
    status: z.object({
      isPublished: z.boolean(),
      isInvalid: z.boolean().describe('Waybill: some layer lost its pack'),
    }),
  })
  .meta({ id: 'ClusterProfileSummary' })
export const profileSummariesSchema = z.object({ items: z.array(profileSummarySchema), listmeta: listMetaSchema })
export type ProfileSummaryBody = z.infer<typeof profileSummarySchema>

/** What the list's filters can offer in this scope (Waybill's own, GET /v1/console/clusterprofiles/facets). */
export const profileFacetsSchema = z.object({
  types: z.array(z.string()),
  cloudTypes: z.array(z.string()),
  tags: z.array(z.string()),
})

export const profilesMetadataSchema = z.object({
  items: z.array(
    z.object({ metadata: objectEntitySchema, spec: z.object({ cloudType: z.string(), version: z.string() }) }),
  ),
})

export type VariableBody = z.infer<typeof variableSchema>
export type VariablesBody = z.infer<typeof variablesSchema>
export type PackRefBody = z.infer<typeof packRefSchema>
export type ProfileManifestsBody = z.infer<typeof profileManifestsSchema>
export type ProfileSummariesBody = z.infer<typeof profileSummariesSchema>
export type ProfileFacetsBody = z.infer<typeof profileFacetsSchema>
export type ProfilesMetadataBody = z.infer<typeof profilesMetadataSchema>
