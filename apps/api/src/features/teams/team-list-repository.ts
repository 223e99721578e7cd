import { personName } from '../../platform/database/person-name.ts'
import { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import {
  ordered,
  readQuestion,
  sortedBy,
  type ListQuery,
  type ListQuestion,
  type Sort,
} from '../../platform/lists/list-question.ts'
import type { StoredMeta } from '../../platform/lists/object-meta.ts'
import { WHOLE_PAGE, type Page } from '../../platform/lists/paging.ts'
import { allOf, textConditions, type TextFilter } from '../../platform/lists/text-filter.ts'
import { listTeamRoles, type TeamRole } from './roles/team-role-repository.ts'

export interface TeamMember {
  teamUid: string
  uid: string
  name: string
  email: string
  isActive: boolean
}

export interface ListedTeam extends StoredMeta {
  members: readonly TeamMember[]
  roles: readonly TeamRole[]
}

const NAME = Prisma.sql`name`
const CREATED = Prisma.sql`created_at`

/** @throws AppError BadRequest for a syntax error or unknown field */
export const readTeamQuery = (query: ListQuery): ListQuestion =>
  readQuestion(query, {
    filterable: { 'metadata.name': NAME, 'metadata.uid': Prisma.sql`uid` },
    sortable: { 'metadata.name': NAME, 'metadata.creationTimestamp': CREATED },
  })

export interface SummaryFilter {
  filter: { name?: TextFilter | null | undefined } | null | undefined
  sort: Sort<'name' | 'creationTimestamp'>
}

export const readSummaryFilter = ({ filter, sort }: SummaryFilter): ListQuestion => ({
  where: allOf(textConditions(NAME, filter?.name)),
  order: sortedBy(sort, { name: NAME, creationTimestamp: CREATED }),
})

export const readConsoleQuery = ({
  search = '',
  order,
}: {
  search?: string | undefined
  order?: 'asc' | 'desc' | undefined
}): ListQuestion => ({
  where: Prisma.sql`strpos(lower(name), lower(${search.trim()})) > 0`,
  order: [ordered(NAME, order === 'desc')],
})

export async function countTeams(db: TenantClient, { where }: ListQuestion): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM teams WHERE tenant_uid = ${db.$tenantUid} AND ${where}`
  return rows[0]?.count ?? 0
}

export async function listTeams(
  db: TenantClient,
  { where, order }: ListQuestion,
  page: Page = WHOLE_PAGE,
): Promise<ListedTeam[]> {
  const rows = await db.$queryRaw<StoredMeta[]>`
    SELECT uid, name, labels, annotations, created_at AS "createdAt", modified_at AS "modifiedAt"
    FROM teams WHERE tenant_uid = ${db.$tenantUid} AND ${where}
    ORDER BY ${Prisma.join([...order, Prisma.sql`name`, Prisma.sql`uid`], ', ')} LIMIT ${page.limit} OFFSET ${page.offset}`
  const uids = rows.map(({ uid }) => uid)
  const members = Map.groupBy(await listMembers(db, uids), ({ teamUid }) => teamUid)
  const roles = Map.groupBy(await listTeamRoles(db, uids), ({ teamUid }) => teamUid)
  return rows.map((row) => ({ ...row, members: members.get(row.uid) ?? [], roles: roles.get(row.uid) ?? [] }))
}

const listMembers = (db: TenantClient, teamUids: readonly string[]) =>
  db.$queryRaw<TeamMember[]>`
    SELECT m.team_uid AS "teamUid", u.uid, u.email, u.disabled_at IS NULL AS "isActive",
      ${personName(Prisma.sql`u`)} AS name
    FROM team_members m JOIN users u ON u.uid = m.user_uid
    WHERE m.tenant_uid = ${db.$tenantUid} AND m.team_uid = ANY(${[...teamUids]}::bpchar[])
    ORDER BY name, u.email`

/** @throws AppError ResourceNotFound */
export async function getTeam(db: TenantClient, uid: string): Promise<ListedTeam> {
  const [team] = await listTeams(db, { where: Prisma.sql`uid = ${uid}`, order: [] })
  if (!team) throw new AppError('ResourceNotFound')
  return team
}
