import { LAYERS, PACK_TYPES } from '@waybill/profile-format'
import { z } from 'zod'
import { EXAMPLE_META, EXAMPLE_VALUES, EXAMPLE_VARIABLE } from '../shapes/examples.ts'
import { emptyValuesCount } from './secrets/empty-values.ts'
import { objectMetaSchema } from '../shapes/object-meta.ts'

export const layerSchema = z.enum(LAYERS)
export const packTypeSchema = z.enum(PACK_TYPES)

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

const profileTemplateSchema = z
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

/**
 * v1ClusterProfile. Secrets are masked unless the caller may update the profile and the request is not from the
 * console.
 */
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
      userMacros: z
        .array(z.string())
        .describe(
          'Names of the macros that the draft refers to, or the published version if there is no draft, in order',
        ),
      isPublished: z.boolean(),
      lastModifiedBy: z.string().meta({
        description:
          'Name of the person who changed the profile last, or their e-mail address if they have no name; empty if unknown.',
      }),
      emptyValues: emptyValuesCount,
      inUseClusters: z.array(z.object({ uid: z.string(), name: z.string() })),
      inUseClusterUids: z.array(z.string()),
      inUseClusterTemplates: z.array(z.object({ uid: z.string(), name: z.string() })),
    }),
  })
  .meta({
    id: 'ClusterProfile',
    examples: [
      {
        apiVersion: 'v1',
        kind: 'ClusterProfile',
        metadata: EXAMPLE_META,
        spec: {
          version: '1.0.0',
          versions: [{ uid: '5e2031962f090e2d3d8a3290', version: '1.0.0' }],
          published: {
            name: 'web',
            uid: '5e2031962f090e2d3d8a3290',
            type: 'add-on',
            cloudType: 'all',
            profileVersion: '1.0.0',
            packs: [
              {
                name: 'nginx',
                layer: 'addon',
                type: 'oci',
                packUid: '64eaff5630402973c4e1856a',
                registryUid: '64eaff453040297344bcad5d',
                tag: '1.12.x',
                version: '1.12.1',
                values: EXAMPLE_VALUES,
                manifests: [],
                schema: [],
                presets: [],
                digest: 'db4cd996bca476fb82572d0db17c72ae335145139daea492124ba04884d0767e',
                isInvalid: false,
                inValidReason: '',
                registryName: 'Palette Community Registry',
                registryKind: 'oci',
              },
            ],
          },
        },
        status: {
          hasUserMacros: false,
          userMacros: [],
          isPublished: true,
          lastModifiedBy: 'Kim Lee',
          emptyValues: 0,
          inUseClusters: [],
          inUseClusterUids: [],
          inUseClusterTemplates: [],
        },
      },
    ],
  })
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
export const variablesSchema = z.object({ variables: z.array(variableSchema) }).meta({
  id: 'Variables',
  examples: [
    {
      variables: [EXAMPLE_VARIABLE],
    },
  ],
})

const manifestTextSchema = z.object({ content: z.string(), digest: z.string() })
/** v1ManifestEntity. */
export const profileManifestSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({ draft: manifestTextSchema.optional(), published: manifestTextSchema.optional() }),
})
export const profileManifestsSchema = z
  .object({ items: z.array(profileManifestSchema) })
  .meta({ id: 'ManifestEntities' })

export type VariableBody = z.infer<typeof variableSchema>
export type PackRefBody = z.infer<typeof packRefSchema>
