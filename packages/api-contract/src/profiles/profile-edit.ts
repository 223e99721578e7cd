import { LIMIT_SETTINGS, PROFILE_TYPES } from '@waybill/profile-format'
import { z } from 'zod'
import { layerSchema, packTypeSchema } from './profiles.ts'
import { EXAMPLE_PACK_INPUT, EXAMPLE_VARIABLE_INPUT } from '../shapes/examples.ts'
import { objectMetaInputSchema } from '../shapes/object-meta.ts'

/**
 * Go leaves out empty texts and sends null for empty lists: absent, null and empty mean the same. If an installation
 * allows less than this, the domain refuses it and names the setting.
 */
const text = z.string().max(LIMIT_SETTINGS.textBytes.most).nullish()
const name = z.string().min(1).max(253)
const word = z.string().max(253).nullish()

const profileTypeSchema = z.enum(PROFILE_TYPES)

/** v1ManifestInputEntity, v1ManifestRefUpdateEntity. */
export const manifestInputSchema = z.object({ uid: word, name, content: text }).meta({ id: 'ManifestInputEntity' })

/** v1PackManifestEntity, v1PackManifestUpdateEntity, v1PackEntity. Without a layer, the pack's own is used. */
export const packInputSchema = z
  .object({
    name,
    uid: word,
    registryUid: word,
    registry: z
      .object({ metadata: z.object({ uid: word }).nullish() })
      .nullish()
      .describe('As in exports and in Palette’s own examples: its uid is taken where `registryUid` is absent'),
    tag: z
      .string()
      .max(128)
      .nullish()
      .describe(
        'One that the pack of `uid` does not match causes a warning. If that pack is the layer’s present one, a changed tag takes precedence over it, without a warning',
      ),
    version: z
      .string()
      .max(128)
      .nullish()
      .describe(
        'Waybill: which of the versions that match the tag; without a tag it counts as one. One that the tag does not match, or that is not the one of `uid`, is refused, unless it is the layer’s present one, which causes a warning beside another `uid`',
      ),
    type: packTypeSchema.nullish(),
    layer: layerSchema.nullish(),
    values: text,
    manifests: z.array(manifestInputSchema).max(200).nullish(),
  })
  .meta({ id: 'PackManifestEntity' })

/** v1Variable as clients send it. */
export const variableInputSchema = z
  .object({
    name,
    displayName: word,
    description: z.string().max(16_384).nullish(),
    format: z.string().max(32).nullish(),
    inputType: z.string().max(32).nullish(),
    options: z
      .array(
        z.object({
          value: z.string().max(16_384),
          label: z.string().max(253).nullish(),
          description: z.string().max(16_384).nullish(),
          default: z.boolean().nullish(),
        }),
      )
      .max(200)
      .nullish(),
    defaultValue: text,
    regex: z.string().max(512).nullish(),
    required: z.boolean().nullish(),
    hidden: z.boolean().nullish(),
    immutable: z.boolean().nullish(),
    isSensitive: z.boolean().nullish(),
  })
  .meta({ id: 'VariableEntity' })
const variables = z.array(variableInputSchema).max(200).nullish()

/** v1ClusterProfileTemplateDraft. */
export const profileTemplateInputSchema = z.object({
  type: profileTypeSchema.nullish(),
  cloudType: word,
  packs: z.array(packInputSchema).max(1_000).nullish(),
})

/** Palette's clients send the description as an annotation; scripts send it beside the name, as in exports. */
const describedMetaSchema = objectMetaInputSchema
  .extend({
    description: z.string().max(16_384).nullish().describe('Counts where annotations.description is not there'),
  })
  .meta({ id: 'ProfileMetaEntity' })

const LAYERS_ELSEWHERE =
  'Layers belong in `template.packs`. Without any there, layers in another place are refused, never ignored: `packs` or `layers`, also in the singular or in capitals, or a list of layers under any name, here, beside `spec`, or in `template`, `draft` or `published`'

/** As it is sent: layers under another name must be seen to be refused. */
const sentTemplate = z.looseObject(profileTemplateInputSchema.shape).nullish()

/** v1ClusterProfileEntity. */
export const profileInputSchema = z
  .looseObject({
    metadata: describedMetaSchema,
    spec: z.looseObject({ version: word, template: sentTemplate, variables }).nullish().describe(LAYERS_ELSEWHERE),
  })
  .meta({
    id: 'ClusterProfileEntity',
    examples: [
      {
        metadata: { name: 'web', annotations: { description: 'Ingress of the web team' }, labels: { team: 'web' } },
        spec: {
          version: '1.0.0',
          template: {
            type: 'add-on',
            cloudType: 'all',
            packs: [EXAMPLE_PACK_INPUT],
          },
          variables: [EXAMPLE_VARIABLE_INPUT],
        },
      },
    ],
  })

/**
 * v1ClusterProfileUpdateEntity; `variables` is Waybill's own: Palette's clients send none, and absent means unchanged.
 */
export const profileUpdateSchema = z
  .looseObject({
    metadata: describedMetaSchema.partial().nullish(),
    spec: z
      .looseObject({
        version: word,
        template: sentTemplate,
        variables: variables.describe("All of them; absent, those of the profile stay. Waybill's own"),
      })
      .nullish()
      .describe(LAYERS_ELSEWHERE),
  })
  .meta({
    id: 'ClusterProfileUpdateEntity',
    examples: [
      {
        metadata: { name: 'web' },
        spec: {
          version: '1.0.0',
          template: {
            type: 'add-on',
            packs: [{ ...EXAMPLE_PACK_INPUT, values: 'charts:\n  ingress-nginx:\n    replicas: 3\n' }],
          },
        },
      },
    ],
  })

/** A new version: the same input as a change of the profile, or only the layers that change. Waybill's own. */
export const profileVersionInputSchema = profileUpdateSchema
  .extend({
    spec: z
      .looseObject({
        ...profileUpdateSchema.shape.spec.unwrap().unwrap().shape,
        packs: z
          .array(packInputSchema)
          .max(1_000)
          .nullish()
          .describe('Layers that change, by name; the others stay as they are. Instead of `template`'),
      })
      .nullish(),
  })
  .meta({
    id: 'ClusterProfileVersionEntity',
    examples: [
      {
        spec: {
          version: '1.1.0',
          packs: [{ name: 'nginx', tag: '1.12.1', values: 'charts:\n  ingress-nginx:\n    replicas: 3\n' }],
        },
      },
    ],
  })

/** v1PackInputEntity, v1PackUpdateEntity. */
export const packBodySchema = z.object({ pack: packInputSchema })

/** v1Variables as clients send them. */
export const variablesInputSchema = z.object({ variables }).meta({
  id: 'VariablesEntity',
  examples: [{ variables: [EXAMPLE_VARIABLE_INPUT] }],
})

/** v1VariableNames. */
export const variableNamesSchema = z.object({ variables: z.array(name).max(200) })

/** v1ProfileMetaEntity, with the description in annotations.description. */
export const profileMetadataInputSchema = z.object({
  metadata: describedMetaSchema.partial(),
  spec: z.object({ version: word }).nullish(),
})

/** v1ClusterProfileCloneEntity. Without a target, the clone is created in the request's scope. */
export const cloneMetadataSchema = z
  .object({
    name,
    version: word,
    target: z.object({ scope: z.enum(['system', 'tenant', 'project', 'resource']), projectUid: word }).nullish(),
  })
  .meta({ id: 'ClusterProfileCloneMetadata' })
export const cloneInputSchema = z
  .object({ metadata: cloneMetadataSchema })
  .meta({ examples: [{ metadata: { name: 'web', version: '1.1.0' } }] })

/** v1BulkDeleteRequest. */
export const bulkDeleteSchema = z.object({
  uids: z.array(z.string().max(300)).max(1_000).nullish(),
  etags: z
    .record(z.string().max(300), z.string().max(64))
    .nullish()
    .describe('Waybill: by uid, the ETag that each was read with; what was changed since stays, with ProfileChanged'),
})
/** v1BulkDeleteResponse. */
export const bulkDeleteResponseSchema = z.object({
  deletedCount: z.int(),
  isSucceeded: z.boolean(),
  message: z.string(),
  failures: z.array(
    z.object({
      uid: z.string(),
      name: z.string(),
      errMsg: z.string(),
      code: z.string().describe('Waybill: of the error'),
    }),
  ),
})

export const publishQuerySchema = z.object({
  publish: z.enum(['true', 'false']).optional().describe('Publish at once; a draft otherwise'),
})

export type PackInput = z.infer<typeof packInputSchema>
export type VariableInput = z.infer<typeof variableInputSchema>
export type ProfileInput = z.infer<typeof profileInputSchema>
export type ProfileUpdate = z.infer<typeof profileUpdateSchema>
export type ProfileVersionInput = z.infer<typeof profileVersionInputSchema>
