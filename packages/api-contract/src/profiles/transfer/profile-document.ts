import { LIMIT_SETTINGS } from '@waybill/profile-format'
import { z } from 'zod'
import { variableInputSchema } from '../profile-edit.ts'
import { importDecisionsSchema, packRegistryMetadataSchema } from './profile-import.ts'
import { EXAMPLE_FILE_LAYER, EXAMPLE_FILE_META, EXAMPLE_VARIABLE_INPUT } from '../../shapes/examples.ts'

const word = z.string().max(253).nullish()

/**
 * v1ClusterProfileImportEntity: the file of a profile, as described in the OpenAPI document. Files are read by
 * profile-format, which locates every fault; this schema only documents what it accepts.
 */
export const profileDocumentSchema = z
  .object({
    metadata: z.object({
      name: z.string().min(1).max(253),
      description: z.string().nullish(),
      labels: z.record(z.string(), z.string()).nullish(),
    }),
    spec: z.object({
      version: z.string().max(128).nullish().describe('Semantic version; 1.0.0 where there is none'),
      template: z.object({
        type: z.string().nullish().describe('cluster, infra, add-on, system'),
        cloudType: word,
        packs: z
          .array(
            z.object({
              name: z.string().min(1).max(253),
              type: z.string().nullish().describe('spectro, helm, manifest, oci'),
              layer: z.string().nullish().describe('kernel, os, k8s, cni, csi, addon'),
              version: z.string().max(128).nullish().describe('The version; `tag` counts where it is absent'),
              tag: z.string().max(128).nullish().describe('May float, e.g. 1.33.x'),
              values: z.string().max(LIMIT_SETTINGS.textBytes.most).nullish().describe('YAML, kept byte for byte'),
              manifests: z
                .array(z.object({ name: z.string().max(253), content: z.string().max(LIMIT_SETTINGS.textBytes.most) }))
                .max(200)
                .nullish(),
              registry: z
                .object({
                  metadata: packRegistryMetadataSchema.partial().nullish(),
                  matchingRegistries: z.array(packRegistryMetadataSchema.partial()).nullish().describe('Passed over'),
                })
                .nullish(),
            }),
          )
          .max(1_000)
          .nullish(),
      }),
      variables: z.array(variableInputSchema).max(200).nullish(),
    }),
    decisions: importDecisionsSchema.optional(),
  })
  .meta({
    id: 'ClusterProfileImportEntity',
    examples: [
      {
        metadata: EXAMPLE_FILE_META,
        spec: {
          version: '1.0.0',
          template: {
            type: 'add-on',
            cloudType: 'all',
            packs: [EXAMPLE_FILE_LAYER],
          },
          variables: [EXAMPLE_VARIABLE_INPUT],
        },
      },
    ],
  })
