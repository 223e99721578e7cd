import { z } from 'zod'
import { packSummarySpecSchema } from '../../packs/packs.ts'
import { packInputSchema, profileTemplateInputSchema } from '../profile-edit.ts'
import { profileTemplateSummarySchema } from '../profile-list.ts'
import { profileVersionSchema } from '../profiles.ts'
import { registryMetadataSchema } from '../../registries/registries-metadata.ts'
import { objectMetaSchema } from '../../shapes/object-meta.ts'

/** v1ClusterProfilePacksEntities: the layers of a profile, with the catalogue's data about their packs. */
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

/** The body of a GET is unreliable, so the references to resolve may be named here. */
export const resolvedValuesQuerySchema = z.object({
  references: z
    .union([z.string().max(4_096), z.array(z.string().max(4_096)).max(1_000)])
    .optional()
    .describe('Layers by name, or expressions such as `.spectro.macro.region`; all layers where there are none'),
})

/**
 * v1PackResolvedValues: values with macros and variables resolved, by the layer's name or the reference as it was sent.
 */
export const resolvedValuesSchema = z.object({ resolved: z.record(z.string(), z.string()) })

/** v1PackRefSummaryResponse. */
export const profilePackSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({
    pack: packSummarySpecSchema,
    registry: registryMetadataSchema,
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

/** v1ClusterProfileTemplateSummary with the catalogue's data about the packs (v1PackRefSummary). */
const describedTemplateSchema = profileTemplateSummarySchema.extend({
  packs: z.array(
    profileTemplateSummarySchema.shape.packs.element.extend({
      displayName: z.string(),
      addonType: z.string(),
      annotations: z.record(z.string(), z.string()),
      logoUrl: z.string(),
    }),
  ),
})

/** v1ClusterProfileSummary of one profile. */
export const profileSummaryOfOneSchema = z.object({
  metadata: objectMetaSchema,
  specSummary: z.object({
    version: z.string(),
    versions: z.array(profileVersionSchema),
    draft: describedTemplateSchema.optional(),
    published: describedTemplateSchema.optional(),
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

/** v1ClusterProfileTemplateDraft; nothing for a stored profile, whose own layers are then validated. */
export const packsToValidateSchema = profileTemplateInputSchema.nullish()

/** v1ClusterProfileNotificationUpdateEntity: layers that are not named stay unchanged. */
export const packRefsInputSchema = z.object({
  uid: z.string().max(300).nullish().describe('Of the profile, as in the path'),
  packs: z.array(packInputSchema).max(1_000).nullish(),
})

/** v1ClusterProfileValidatorResponse: problems of packs are a result here, not a refusal. */
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

export type ProfilePackSpec = z.infer<typeof packSummarySpecSchema>
export type ProfilePackBody = z.infer<typeof profilePackSchema>
export type PackConfigBody = z.infer<typeof profilePackConfigSchema>
export type ProfileSummaryOfOneBody = z.infer<typeof profileSummaryOfOneSchema>
export type ProfileTemplateInput = z.infer<typeof profileTemplateInputSchema>
