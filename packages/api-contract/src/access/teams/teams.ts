import { z } from 'zod'
import { filterStringSchema, listSortSchema } from '../../shapes/list-filters.ts'
import { objectEntitySchema, objectMetaInputSchema, objectMetaSchema } from '../../shapes/object-meta.ts'
import { listMetaSchema, pagingQuerySchema } from '../../shapes/paging.ts'

const uids = z.array(z.string().max(64)).max(1_000)
const roles = z.array(z.string().max(253)).max(50)

/** v1Team. */
export const teamSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({
    roles: z.array(z.string()).describe('Uids of the roles held in the tenant'),
    sources: z.array(z.never()).describe('Always empty'),
    users: z.array(z.string()).describe('Uids of its members'),
  }),
  status: z.object({}),
})

/** v1Teams. */
export const teamsSchema = z.object({ items: z.array(teamSchema), listmeta: listMetaSchema })

/** v1Team as the body of creating and replacing one. */
export const teamInputSchema = z.object({
  metadata: objectMetaInputSchema,
  spec: z
    .object({
      users: uids.nullish().describe('Uids of users of the tenant: all members; left as they are where it is absent'),
      roles: roles.nullish().describe('Uids or names of roles in the tenant; left as they are where it is absent'),
      sources: z.array(z.string().max(253)).max(50).nullish().describe('Taken and not looked at'),
    })
    .nullish(),
})

/** The required form of a team after a patch. */
export const patchedTeamSchema = z.object({
  metadata: objectMetaInputSchema,
  spec: z.object({ users: uids, roles }),
})

/** v1TeamsSummarySpec. */
export const teamsFilterSchema = z.strictObject({
  filter: z.strictObject({ name: filterStringSchema }).nullish(),
  sort: listSortSchema(['name', 'creationTimestamp']),
})

const named = z.array(objectEntitySchema)

/** v1TeamsSummaryList: without paging. */
export const teamsSummarySchema = z.object({
  items: z.array(
    z.object({
      metadata: objectMetaSchema,
      spec: z.object({
        emailId: z.string().describe('Always empty: teams have none'),
        projects: named,
        roles: named.describe('Roles held in the tenant'),
        users: named,
      }),
      status: z.object({}),
    }),
  ),
})

const consoleTeam = z.object({
  uid: z.string(),
  name: z.string(),
  memberCount: z.int(),
  tenantRoles: named,
  projects: z.array(objectEntitySchema.extend({ roles: named })),
})

/** Teams as the console lists them. */
export const consoleTeamsSchema = z.object({ items: z.array(consoleTeam), listmeta: listMetaSchema })

export const consoleTeamsQuerySchema = pagingQuerySchema.extend({
  search: z.string().max(253).optional().describe('Part of the name'),
  order: z.enum(['asc', 'desc']).optional().describe('By name'),
})

/** One team as the console shows it. */
export const consoleTeamSchema = consoleTeam
  .extend({
    members: z.array(objectEntitySchema.extend({ email: z.string(), isActive: z.boolean() })).describe('By name'),
  })
  .meta({
    examples: [
      {
        uid: '64ea8e2c3040297344b1c0bb',
        name: 'Payments',
        memberCount: 1,
        members: [{ uid: '64ea8e2c3040297344b1c0aa', name: 'Ada Miller', email: 'ada@example.com', isActive: true }],
        tenantRoles: [],
        projects: [
          {
            uid: '5e2031962f090e2d3d8a3290',
            name: 'Default',
            roles: [{ uid: '64ea8e2c3040297344b1c0cc', name: 'Macro keeper' }],
          },
        ],
      },
    ],
  })

export const teamMembersInputSchema = z.object({ userUids: uids.min(1).describe('Who is in it already stays') })
export const teamMemberParams = z.object({ uid: z.string().max(64), userUid: z.string().max(64) })

export type TeamBody = z.infer<typeof teamSchema>
export type TeamInput = z.infer<typeof teamInputSchema>
export type TeamsSummaryBody = z.infer<typeof teamsSummarySchema>
export type ConsoleTeamBody = z.infer<typeof consoleTeamSchema>
export type ConsoleTeamsBody = z.infer<typeof consoleTeamsSchema>
