import { z } from 'zod'
import { emptyValuesCount } from './secrets/empty-values.ts'
import { packRefSchema, profileVersionSchema } from './profiles.ts'
import { EXAMPLE_META } from '../shapes/examples.ts'
import { filterStringSchema, filterTagsSchema, filterVersionSchema, namedSortSchema } from '../shapes/list-filters.ts'
import { objectEntitySchema, objectMetaSchema } from '../shapes/object-meta.ts'
import { listMetaSchema } from '../shapes/paging.ts'

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
          .array(z.enum(['draft', 'oldDraft', 'published', 'invalid', 'updates', 'empty', 'missingMacros']))
          .max(7)
          .nullish()
          .describe(
            'Any of them; `oldDraft`: not changed for 30 days; `updates`: a layer can move to a newer version of its pack; `empty`: values that an import left empty are not filled yet; `missingMacros`: it names a macro that is not defined in the scope, for callers who may list macros',
          ),
      })
      .nullish(),
    sort: namedSortSchema,
  })
  .meta({
    id: 'ClusterProfilesFilter',
    examples: [
      {
        filter: { profileName: { contains: 'web' }, tags: { eq: ['team:web'] } },
        sort: [{ field: 'profileName', order: 'asc' }],
      },
    ],
  })

export const profileTemplateSummarySchema = z
  .object({
    name: z.string(),
    uid: z.string(),
    type: z.string(),
    cloudType: z.string(),
    packs: z.array(
      packRefSchema.pick({
        name: true,
        layer: true,
        type: true,
        version: true,
        tag: true,
        packUid: true,
        registryUid: true,
        isInvalid: true,
      }),
    ),
  })
  .meta({ id: 'ClusterProfileTemplateSummary' })

/** v1ClusterProfileSummary: one item per name, its newest version. */
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
      emptyValues: emptyValuesCount,
      etag: z.string().describe('Waybill: that of reading it, for If-Match'),
    }),
  })
  .meta({ id: 'ClusterProfileSummary' })
export const profileSummariesSchema = z
  .object({ items: z.array(profileSummarySchema), listmeta: listMetaSchema })
  .meta({
    examples: [
      {
        items: [
          {
            metadata: EXAMPLE_META,
            specSummary: {
              version: '1.0.0',
              versions: [{ uid: '5e2031962f090e2d3d8a3290', version: '1.0.0' }],
              published: {
                name: 'web',
                uid: '5e2031962f090e2d3d8a3290',
                type: 'add-on',
                cloudType: 'all',
                packs: [
                  {
                    name: 'nginx',
                    layer: 'addon',
                    type: 'oci',
                    version: '1.12.1',
                    tag: '1.12.x',
                    packUid: '64eaff5630402973c4e1856a',
                    registryUid: '64eaff453040297344bcad5d',
                    isInvalid: false,
                  },
                ],
              },
            },
            status: { isPublished: true, isInvalid: false, emptyValues: 0, etag: '"1042"' },
          },
        ],
        listmeta: { continue: '', count: 1, limit: 50, offset: 0 },
      },
    ],
  })

const listedTemplateSchema = profileTemplateSummarySchema
  .extend({ profileVersion: z.string() })
  .meta({ id: 'ListedClusterProfileTemplate' })

/**
 * GET /v1/clusterprofiles: Palette's specification no longer has it, but older clients and scripts call it. Every
 * version is an item of its own and does not list the others; otherwise the response would grow with the square of
 * their number.
 */
export const profilesSchema = z
  .object({
    items: z.array(
      z.object({
        apiVersion: z.string(),
        kind: z.string(),
        metadata: objectMetaSchema,
        spec: z.object({
          version: z.string(),
          draft: listedTemplateSchema.optional(),
          published: listedTemplateSchema.optional(),
        }),
        status: z.object({ isPublished: z.boolean() }),
      }),
    ),
    listmeta: listMetaSchema,
  })
  .meta({
    examples: [
      {
        items: [
          {
            apiVersion: 'v1',
            kind: 'ClusterProfile',
            metadata: EXAMPLE_META,
            spec: {
              version: '1.0.0',
              published: {
                name: 'web',
                uid: '5e2031962f090e2d3d8a3290',
                type: 'add-on',
                cloudType: 'all',
                profileVersion: '1.0.0',
                packs: [],
              },
            },
            status: { isPublished: true },
          },
        ],
        listmeta: { continue: '', count: 1, limit: 50, offset: 0 },
      },
    ],
  })

/**
 * The values that the list's filters can offer in this scope (Waybill's own, GET /v1/console/clusterprofiles/facets).
 */
export const profileFacetsSchema = z.object({
  types: z.array(z.string()),
  cloudTypes: z.array(z.string()),
  tags: z.array(z.string()),
})

export const profilesMetadataSchema = z
  .object({
    items: z.array(
      z.object({ metadata: objectEntitySchema, spec: z.object({ cloudType: z.string(), version: z.string() }) }),
    ),
  })
  .meta({
    examples: [
      {
        items: [
          { metadata: { uid: '5e2031962f090e2d3d8a3290', name: 'web' }, spec: { cloudType: 'all', version: '1.0.0' } },
        ],
      },
    ],
  })

export type ProfileFilter = z.infer<typeof profileFilterSchema>
export type ProfileSummaryBody = z.infer<typeof profileSummarySchema>
export type ProfileSummariesBody = z.infer<typeof profileSummariesSchema>
export type ListedProfileBody = z.infer<typeof profilesSchema>['items'][number]
export type ProfileFacetsBody = z.infer<typeof profileFacetsSchema>
export type ProfilesMetadataBody = z.infer<typeof profilesMetadataSchema>
