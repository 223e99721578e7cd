import { z } from 'zod'
import { filterStringSchema, listSortSchema } from '../shapes/list-filters.ts'
import { objectEntitySchema, objectMetaInputSchema, objectMetaSchema } from '../shapes/object-meta.ts'
import { listMetaSchema } from '../shapes/paging.ts'

const userRoles = z.object({
  userId: z.string().max(64).describe('Uid of a user of the tenant'),
  roles: z.array(z.string().max(253)).max(50).nullish().describe('Uids or names of roles of a project'),
})

const teamRoles = z.object({
  teamId: z.string().max(64).describe('Uid of a team of the tenant'),
  roles: z.array(z.string().max(253)).max(50).nullish().describe('Uids or names of roles of a project'),
})

/** v1ProjectEntity: body of creating and replacing a project. The description is an annotation. */
export const projectInputSchema = z
  .object({
    metadata: objectMetaInputSchema,
    spec: z
      .object({
        logoUid: z.string().max(64).nullish().describe('Taken and not kept: there are no logos here'),
        users: z
          .array(userRoles)
          .max(1_000)
          .nullish()
          .describe('Who holds which roles in the project; absent and null leave it as it is. Needs user.update'),
        teams: z
          .array(teamRoles)
          .max(1_000)
          .nullish()
          .describe(
            'Which teams hold which roles in the project; absent and null leave it as it is. Needs team.update',
          ),
      })
      .nullish(),
  })
  .meta({
    examples: [
      {
        metadata: {
          name: 'Payments',
          annotations: { description: 'Clusters of the payments team' },
          labels: { team: 'payments' },
        },
      },
    ],
  })

/** v1ObjectMeta as the body of PUT /v1/projects/{uid}/meta. */
export const projectMetaInputSchema = objectMetaInputSchema

/** v1ProjectCleanup: how long to wait for clusters. There are none here, so the numbers have no effect. */
export const projectCleanupSchema = z.object({
  deletingClusterDurationThresholdInMin: z.int().nullish(),
  provisioningClusterDurationThresholdInMin: z.int().nullish(),
})
export const projectCleanupQuerySchema = z.object({
  cleanupProjectResources: z
    .enum(['true', 'false'])
    .optional()
    .describe("Deletes the project's profiles and macros with it; without it a project that has some is refused"),
})

const projectStatus = z.object({ isDisabled: z.boolean() })

/** v1Project. */
export const projectSchema = z
  .object({
    metadata: objectMetaSchema,
    spec: z.object({
      alerts: z.array(z.object({ component: z.string() })),
      logoUrl: z.string(),
      teams: z
        .array(z.object({ teamId: z.string(), roles: z.array(z.string()).describe('Uids of roles') }))
        .optional()
        .describe('Only for callers who may list teams'),
      users: z
        .array(z.object({ userId: z.string(), roles: z.array(z.string()).describe('Uids of roles') }))
        .optional()
        .describe('Only for callers who may list users'),
    }),
    status: projectStatus,
  })
  .meta({
    examples: [
      {
        metadata: {
          name: 'Payments',
          uid: '64ea8e2c3040297344b1c0de',
          labels: { team: 'payments' },
          annotations: { scope: 'tenant', description: 'Clusters of the payments team' },
          creationTimestamp: '2026-06-01T08:00:00.000Z',
          lastModifiedTimestamp: '2026-06-01T08:00:00.000Z',
        },
        spec: { alerts: [], logoUrl: '', teams: [], users: [] },
        status: { isDisabled: false },
      },
    ],
  })

/** GET /v1/projects: not in Palette's contract, but older scripts call it. */
export const projectsSchema = z.object({
  items: z.array(z.object({ metadata: objectMetaSchema })),
  listmeta: listMetaSchema,
})

export const projectsMetadataQuerySchema = z.object({
  name: z.string().max(253).optional().describe('Only the project of exactly this name'),
})

/** v1ProjectsMetadata. */
export const projectsMetadataSchema = z
  .object({
    items: z.array(z.object({ metadata: z.object({ name: z.string(), uid: z.string() }) })),
  })
  .meta({ examples: [{ items: [{ metadata: { name: 'Default', uid: '64ea8e2c3040297344b1c0de' } }] }] })

/** v1ProjectsFilterSpec. */
export const projectsFilterSchema = z.strictObject({
  filter: z.strictObject({ name: filterStringSchema }).nullish(),
  sort: listSortSchema(['name', 'creationTimestamp', 'lastModifiedTimestamp']),
})

/** v1ProjectsSummary. The numbers of clusters are zero. */
export const projectsSummarySchema = z.object({
  items: z.array(
    z.object({
      metadata: objectMetaSchema,
      specSummary: z.object({
        logoUrl: z.string(),
        teams: z.array(objectEntitySchema).optional().describe('Only for callers who may list teams'),
        users: z.array(objectEntitySchema).optional().describe('Only for callers who may list users'),
      }),
      status: z.object({
        clustersHealth: z.object({
          errored: z.int(),
          healthy: z.int(),
          running: z.int(),
          unhealthy: z.int(),
        }),
        status: projectStatus,
        usage: z.object({
          alloyCpuCores: z.number(),
          pureCpuCores: z.number(),
          clusters: z.array(objectEntitySchema),
        }),
      }),
    }),
  ),
  listmeta: listMetaSchema,
})

const noClusters = z.object({
  clusters: z.array(z.object({ clusterRef: objectEntitySchema, state: z.string() })),
  count: z.int(),
})

/**
 * v1ProjectActiveResources, with the resources that block deleting a project here: profiles and macros (Waybill's own).
 */
export const projectActiveResourcesSchema = z.object({
  appDeployments: z.object({
    apps: z.array(z.object({ appRef: objectEntitySchema, state: z.string() })),
    count: z.int(),
  }),
  clusters: noClusters,
  virtualClusters: noClusters,
  clusterProfiles: z.object({ count: z.int() }),
  macros: z.object({ count: z.int() }),
})

export type ProjectInput = z.infer<typeof projectInputSchema>
export type ProjectBody = z.infer<typeof projectSchema>
export type ProjectsSummaryBody = z.infer<typeof projectsSummarySchema>
export type ProjectActiveResourcesBody = z.infer<typeof projectActiveResourcesSchema>
