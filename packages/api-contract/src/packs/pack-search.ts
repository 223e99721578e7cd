import { z } from 'zod'
import { layerSchema, packTypeSchema } from '../profiles/profiles.ts'
import { filterStringSchema, namedSortSchema } from '../shapes/list-filters.ts'
import { objectMetaSchema } from '../shapes/object-meta.ts'
import { listMetaSchema } from '../shapes/paging.ts'

const strings = z.array(z.string().max(128)).max(200).nullish()

/** Body of POST /v1/packs/search (v1PacksFilterSpec). */
export const packSearchSchema = z
  .strictObject({
    filter: z
      .strictObject({
        name: filterStringSchema,
        displayName: filterStringSchema,
        search: z.string().max(253).nullish().describe("In name or display name. Waybill's own"),
        type: strings,
        layer: strings,
        environment: strings,
        addOnType: strings,
        addOnSubType: strings,
        registryUid: strings,
        source: strings,
        state: strings.describe('What its pack says of the newest version: deprecated, disabled'),
        isFips: z.boolean().nullish().describe('True is refused with NotSupported: no pack here says whether it is'),
      })
      .nullish(),
    sort: namedSortSchema,
  })
  .meta({
    id: 'PackSearch',
    examples: [{ filter: { name: { contains: 'nginx' }, layer: ['addon'] }, sort: [{ field: 'name', order: 'asc' }] }],
  })

/** v1PackMetadataList: one item per pack name, with the newest version in each of its registries. */
export const packSearchResponseSchema = z
  .object({
    items: z.array(
      z.object({
        apiVersion: z.string(),
        kind: z.string(),
        metadata: objectMetaSchema,
        spec: z.object({
          name: z.string(),
          displayName: z.string(),
          layer: layerSchema,
          type: packTypeSchema,
          cloudTypes: z.array(z.string()),
          addonType: z.string(),
          addonSubType: z.string(),
          group: z.string(),
          registries: z.array(
            z.object({
              uid: z.string(),
              name: z.string(),
              scope: z.string(),
              latestPackUid: z.string(),
              latestVersion: z.string(),
              versions: z.int().describe("How many there are in this registry. Waybill's own"),
              logoUrl: z.string(),
              annotations: z.record(z.string(), z.string()),
            }),
          ),
        }),
      }),
    ),
    listmeta: listMetaSchema,
  })
  .meta({
    id: 'PackMetadataList',
    examples: [
      {
        items: [
          {
            apiVersion: 'v1',
            kind: 'pack',
            metadata: {
              name: 'nginx',
              uid: '64eaff5630402973c4e1856a',
              labels: {},
              annotations: { source: 'community' },
              creationTimestamp: '2026-06-01T08:00:00.000Z',
              lastModifiedTimestamp: '2026-06-01T08:00:00.000Z',
            },
            spec: {
              name: 'nginx',
              displayName: 'NGINX Ingress',
              layer: 'addon',
              type: 'oci',
              cloudTypes: ['all'],
              addonType: 'ingress',
              addonSubType: '',
              group: '',
              registries: [
                {
                  uid: '64eaff453040297344bcad5d',
                  name: 'Palette Community Registry',
                  scope: 'tenant',
                  latestPackUid: '64eaff5630402973c4e1856a',
                  latestVersion: '1.12.1',
                  versions: 3,
                  logoUrl: '',
                  annotations: { source: 'community' },
                },
              ],
            },
          },
        ],
        listmeta: { continue: '', count: 1, limit: 50, offset: 0 },
      },
    ],
  })

export type PackSearch = z.infer<typeof packSearchSchema>
export type PackSearchResponse = z.infer<typeof packSearchResponseSchema>
