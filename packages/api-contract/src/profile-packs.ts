import { z } from 'zod'
import { objectMetaSchema } from './common.ts'
import { packSummarySpecSchema } from './packs.ts'
import { profileTemplateSummarySchema, profileVersionSchema } from './profiles.ts'

/** v1ClusterProfilePacksEntities: the layers of a profile with what the catalogue knows of their packs. */
export const profilePacksSchema = z.object({
  items: z.array(z.object({ metadata: objectMetaSchema, spec: packSummarySpecSchema, status: z.object({}) })),
})

const manifestSummary = z.object({ name: z.string(), uid: z.string(), content: z.string() })

/** v1ClusterProfilePacksManifests. */
export const profilePacksManifestsSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({
    packs: z.array(
      z.object({
        metadata: objectMetaSchema,
        spec: packSummarySpecSchema.extend({ manifests: z.array(manifestSummary) }),
        status: z.object({}),
      }),
    ),
  }),
})

/** v1PackResolvedValues: values with macros and variables in their place, by layer name. */
export const resolvedValuesSchema = z.object({ resolved: z.record(z.string(), z.string()) })

/** v1PackRefSummaryResponse. */
export const profilePackSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({
    pack: packSummarySpecSchema,
    registry: z.object({
      uid: z.string(),
      name: z.string(),
      kind: z.string(),
      scope: z.string(),
      isDefault: z.boolean(),
      isPrivate: z.boolean(),
    }),
    macros: resolvedValuesSchema.describe('Macros that the values name, with what they hold here'),
  }),
})

/** v1ClusterProfilePackConfigList. */
export const profilePackConfigSchema = z.object({
  items: z.array(
    z.object({
      spec: z.object({
        associatedObject: z.string(),
        isValuesOverridden: z.boolean(),
        manifests: z.array(
          z.object({
            digest: z.string(),
            isOverridden: z.boolean(),
            name: z.string(),
            parentUid: z.string(),
            uid: z.string(),
          }),
        ),
        name: z.string(),
        packUid: z.string(),
        scope: z.string(),
        tag: z.string(),
        type: z.string(),
        values: z.string(),
        version: z.string(),
      }),
    }),
  ),
})

/** v1ManifestEntity. */
export const profileManifestSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({
    draft: z.object({ content: z.string(), digest: z.string() }).optional(),
    published: z.object({ content: z.string(), digest: z.string() }).optional(),
  }),
})

/** v1ClusterProfileSummary of one profile. */
export const profileSummaryOfOneSchema = z.object({
  metadata: objectMetaSchema,
  specSummary: z.object({
    version: z.string(),
    versions: z.array(profileVersionSchema),
    draft: profileTemplateSummarySchema.optional(),
    published: profileTemplateSummarySchema.optional(),
  }),
  status: z.object({
    isPublished: z.boolean(),
    isInvalid: z.boolean(),
    inUseClusters: z.array(z.object({ uid: z.string(), name: z.string() })),
    inUseClusterUids: z.array(z.string()),
    inUseClusterTemplates: z.array(z.object({ uid: z.string(), name: z.string() })),
    fips: z.object({ mode: z.enum(['full', 'none', 'partial', 'unknown']) }),
    pack: z.object({ deleted: z.int(), deprecated: z.int(), disabled: z.int() }),
  }),
})

/** v1ClusterProfileValidatorResponse: what stands against packs is an answer, not a refusal (contract §f). */
export const packsValidationSchema = z.object({
  packs: z.object({
    results: z.array(
      z.object({
        name: z.string(),
        displayName: z.string(),
        errors: z.array(z.object({ code: z.string(), message: z.string() })),
      }),
    ),
  }),
})
