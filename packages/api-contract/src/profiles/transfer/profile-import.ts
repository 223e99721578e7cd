import { LIMIT_SETTINGS } from '@waybill/profile-format'
import { z } from 'zod'
import { problemSchema } from '../../errors/error.ts'
import { EXAMPLE_FILE_LAYER, EXAMPLE_FILE_META, EXAMPLE_VARIABLE } from '../../shapes/examples.ts'

const index = z.string().regex(/^\d{1,4}$/)

/**
 * The caller's choices on top of the file: JSON part `decisions` of the upload, or a top-level key of the JSON body.
 */
export const importDecisionsSchema = z
  .strictObject({
    name: z.string().max(253).optional(),
    version: z.string().max(128).optional(),
    publish: z.boolean().optional(),
    registries: z.record(index, z.string().max(64)).optional().describe('Pack index → registry uid'),
    packVersions: z.record(index, z.string().max(128)).optional().describe('Pack index → version here'),
    leftOut: z
      .array(z.int().min(0).max(9_999))
      .max(1_000)
      .optional()
      .describe('Indexes of add-on packs that are not imported'),
    values: z
      .record(index, z.string().max(LIMIT_SETTINGS.textBytes.most))
      .optional()
      .describe('Pack index → values in place of the file’s'),
    macros: z
      .array(
        z.strictObject({
          name: z.string().max(253),
          value: z.string().max(LIMIT_SETTINGS.textBytes.most),
          scope: z.enum(['tenant', 'project']),
        }),
      )
      .max(200)
      .optional(),
    masks: z
      .array(
        z.discriminatedUnion('action', [
          z.strictObject({
            place: z.string().max(1_024),
            action: z.literal('fill'),
            value: z.string().max(LIMIT_SETTINGS.textBytes.most),
          }),
          z.strictObject({ place: z.string().max(1_024), action: z.literal('leave-empty') }),
          z.strictObject({ place: z.string().max(1_024), action: z.literal('keep') }),
        ]),
      )
      .max(10_000)
      .optional(),
    remainingMasks: z.literal('leave-empty').optional(),
    planDigest: z
      .string()
      .max(128)
      .optional()
      .describe('Digest of the plan that was confirmed; another plan answers ImportPlanStale'),
  })
  .meta({ id: 'ImportDecisions' })
export type ImportDecisionsBody = z.infer<typeof importDecisionsSchema>

export const importQuerySchema = z.object({
  publish: z.enum(['true', 'false']).optional().describe('Absent: leave as draft'),
  format: z.enum(['json', 'yaml']).optional().describe('Of the file; default json'),
  maskedValues: z
    .literal('leave-empty')
    .optional()
    .describe('Leaves masked values empty; without it and without decisions they are refused'),
})

/** v1PackRegistryMetadata. */
export const packRegistryMetadataSchema = z
  .object({
    uid: z.string(),
    name: z.string(),
    kind: z.string(),
    isPrivate: z.boolean(),
    providerType: z.string(),
    isSyncSupported: z.boolean(),
  })
  .meta({ id: 'PackRegistryMetadata' })

/** One layer of the plan, with the choices that the wizard offers. */
const plannedLayerSchema = z.object({
  index: z.int(),
  name: z.string(),
  layer: z.string(),
  type: z.string(),
  version: z.string(),
  tag: z.string(),
  fileVersion: z.string().describe('As the file says'),
  versionChange: z.enum(['older', 'newer', 'same']).describe('Of the version here, against the file’s'),
  sourceRegistry: z.object({ uid: z.string(), name: z.string(), kind: z.string() }),
  chosen: z
    .object({ packUid: z.string(), registryUid: z.string(), registryName: z.string(), version: z.string() })
    .nullable(),
  choice: z.enum(['decision', 'uid', 'same-name', 'only', 'none', 'not-needed']),
  candidates: z.array(
    z.object({
      packUid: z.string(),
      registryUid: z.string(),
      registryName: z.string(),
      registryKind: z.string(),
      version: z.string(),
    }),
  ),
  alternatives: z.array(
    z.object({
      version: z.string(),
      registryUid: z.string(),
      registryName: z.string(),
      order: z.enum(['older', 'newer']),
    }),
  ),
})

const decidedLayerSchema = z.object({ index: z.int(), name: z.string(), version: z.string() })

const maskedValueSchema = z.object({
  id: z.string(),
  path: z.string(),
  valuePath: z.string(),
  layerName: z.string(),
  manifest: z.string(),
  hint: z.string(),
  around: z
    .object({ before: z.string(), after: z.string() })
    .optional()
    .describe('The text before and after it on its line, if it is part of a longer value'),
  isKeepable: z.boolean(),
  isSettled: z.boolean(),
})

/** The plan as the console needs it, in addition to Palette's response; Palette's clients ignore it. */
export const importPlanSchema = z
  .object({
    canImport: z.boolean(),
    digest: z.string(),
    fileDigest: z
      .string()
      .describe('sha256 of the file, hex; for some minutes a form may carry it as `fileDigest` in place of the file'),
    target: z.object({ kind: z.enum(['tenant', 'project']), uid: z.string(), name: z.string() }),
    name: z.string(),
    version: z.string(),
    nextVersion: z.string(),
    publish: z.boolean(),
    problems: z.array(problemSchema),
    layers: z.array(plannedLayerSchema),
    leftOut: z.array(decidedLayerSchema).describe('Layers of the file that are not imported'),
    editedValues: z.array(decidedLayerSchema).describe('Layers whose values were edited'),
    needsRepositories: z.boolean(),
    masked: z.array(maskedValueSchema),
    macros: z.array(
      z.object({ name: z.string(), isDefined: z.boolean(), isCreated: z.boolean(), usedIn: z.array(z.string()) }),
    ),
    variables: z.array(z.object({ name: z.string(), isSensitive: z.boolean() })),
    comparedWith: z.object({ uid: z.string(), version: z.string() }).nullable(),
    changes: z.array(
      z.object({
        kind: z.enum(['added', 'removed', 'changed']),
        path: z.string(),
        before: z.string().optional(),
        after: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'ImportPlan' })
export type ImportPlanBody = z.infer<typeof importPlanSchema>

const packImportSchema = z.looseObject({
  name: z.string(),
  type: z.string(),
  layer: z.string(),
  version: z.string(),
  tag: z.string().optional(),
  values: z.string().optional(),
  manifests: z.array(z.object({ name: z.string(), content: z.string() })).optional(),
  registry: z.object({
    metadata: packRegistryMetadataSchema.partial(),
    matchingRegistries: z.array(packRegistryMetadataSchema),
  }),
})

/** Response of import/validate: Palette's entity with matchingRegistries, and the plan. */
export const importValidateResponseSchema = z
  .object({
    metadata: z.object({ name: z.string(), description: z.string(), labels: z.record(z.string(), z.string()) }),
    spec: z.object({
      version: z.string(),
      template: z.object({ type: z.string(), cloudType: z.string(), packs: z.array(packImportSchema) }),
      variables: z.array(z.looseObject({ name: z.string() })),
    }),
    plan: importPlanSchema,
  })
  .meta({
    examples: [
      {
        metadata: EXAMPLE_FILE_META,
        spec: {
          version: '1.0.0',
          template: {
            type: 'add-on',
            cloudType: 'all',
            packs: [
              {
                ...EXAMPLE_FILE_LAYER,
                registry: {
                  ...EXAMPLE_FILE_LAYER.registry,
                  matchingRegistries: [
                    {
                      uid: '64eaff453040297344bcad5d',
                      name: 'Palette Community Registry',
                      kind: 'oci',
                      isPrivate: true,
                      providerType: 'pack',
                      isSyncSupported: true,
                    },
                  ],
                },
              },
            ],
          },
          variables: [EXAMPLE_VARIABLE],
        },
        plan: {
          canImport: true,
          digest: '0c52d73bd1c7b445b7b49d690a526cd1ad8a189aacee396f29b2852be5e86dd7',
          fileDigest: '5b1cd1b4b1a0d5c7f5f0e0a6a5f3f5c3d1b8d4f0e2a7c6b9d8e1f4a3b2c5d6e7',
          target: { kind: 'project', uid: '64ea8e2c3040297344b1c0de', name: 'Default' },
          name: 'web',
          version: '1.0.0',
          nextVersion: '1.0.0',
          publish: false,
          problems: [],
          layers: [
            {
              index: 0,
              name: 'nginx',
              layer: 'addon',
              type: 'oci',
              version: '1.12.1',
              tag: '1.12.x',
              fileVersion: '1.12.1',
              versionChange: 'same',
              sourceRegistry: { uid: '', name: 'Palette Community Registry', kind: 'oci' },
              chosen: {
                packUid: '64eaff5630402973c4e1856a',
                registryUid: '64eaff453040297344bcad5d',
                registryName: 'Palette Community Registry',
                version: '1.12.1',
              },
              choice: 'same-name',
              candidates: [
                {
                  packUid: '64eaff5630402973c4e1856a',
                  registryUid: '64eaff453040297344bcad5d',
                  registryName: 'Palette Community Registry',
                  registryKind: 'oci',
                  version: '1.12.1',
                },
              ],
              alternatives: [],
            },
          ],
          leftOut: [],
          editedValues: [],
          needsRepositories: false,
          masked: [],
          macros: [],
          variables: [{ name: 'replicas', isSensitive: false }],
          comparedWith: null,
          changes: [],
        },
      },
    ],
  })
export type ImportValidateResponse = z.infer<typeof importValidateResponseSchema>

export const validateNameQuerySchema = z.object({
  name: z.string().max(253).optional().describe('Name of the profile to be'),
  version: z.string().max(128).optional().describe('Its version; 1.0.0 when absent'),
})
