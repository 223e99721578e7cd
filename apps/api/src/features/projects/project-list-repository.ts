import type { Caller } from '../../platform/access/caller.ts'
import { listHeldRoles } from '../../platform/access/roles/held-role-repository.ts'
import { sortedBy, type Sort } from '../../platform/lists/list-question.ts'
import type { Page } from '../../platform/lists/paging.ts'
import { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { allOf, textConditions, type TextFilter } from '../../platform/lists/text-filter.ts'
import { maySeeMembers } from './project-policy.ts'
import type { ListedProject, ProjectMember } from './project-presenter.ts'

type Viewer = Pick<Caller, 'userUid' | 'tenantUid' | 'tenantPermissions'>

/** The projects that a user may enter: all of them with a role in the tenant, else those in which they hold a role. */
async function enterable(db: TenantClient, { userUid, tenantUid }: Viewer): Promise<readonly string[] | 'all'> {
  const held = await listHeldRoles(db, userUid)
  const scopeUids = held.map(({ scopeUid }) => scopeUid)
  return scopeUids.includes(tenantUid) ? 'all' : scopeUids
}

export async function listProjects(db: TenantClient, viewer: Viewer, { name }: { name?: string | undefined } = {}) {
  const uids = await enterable(db, viewer)
  const where = { ...(uids !== 'all' && { uid: { in: [...uids] } }), ...(name && { name }) }
  const found = await db.project.findMany({ where })
  return found.toSorted((left, right) => left.name.localeCompare(right.name, 'en'))
}

export interface ProjectsQuestion {
  page: Page
  filter: TextFilter | null | undefined
  sort: Sort<keyof typeof COLUMNS>
}

const COLUMNS = {
  name: Prisma.sql`lower(name)`,
  creationTimestamp: Prisma.sql`created_at`,
  lastModifiedTimestamp: Prisma.sql`modified_at`,
}

export async function readProjectsPage(db: TenantClient, viewer: Viewer, { page, filter, sort }: ProjectsQuestion) {
  const uids = await enterable(db, viewer)
  const conditions = textConditions(Prisma.sql`name`, filter)
  if (uids !== 'all') conditions.push(Prisma.sql`uid = ANY(${[...uids]}::bpchar[])`)
  const where = Prisma.sql`WHERE tenant_uid = ${db.$tenantUid} AND ${allOf(conditions)}`
  const rows = await db.$queryRaw<Omit<ListedProject, 'users' | 'teams'>[]>`
    SELECT uid, name, description, labels, annotations, created_at AS "createdAt", modified_at AS "modifiedAt"
    FROM projects ${where} ORDER BY ${Prisma.join([...sortedBy(sort, COLUMNS), Prisma.sql`lower(name), name, uid`], ', ')}
    LIMIT ${page.limit} OFFSET ${page.offset}`
  const counted = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM projects ${where}`
  const [users, teams] = [await listUsers(db, viewer, rows), await listTeams(db, viewer, rows)]
  const items = rows.map((row) => ({
    ...row,
    users: users && (users.get(row.uid) ?? []),
    teams: teams && (teams.get(row.uid) ?? []),
  }))
  return { items, count: counted[0]?.count ?? 0 }
}

/** Users are not shown to viewers who may not list them. */
async function listUsers(db: TenantClient, viewer: Viewer, rows: readonly { uid: string }[]) {
  if (!maySeeMembers(viewer, 'user')) return undefined
  const users = await db.$queryRaw<(ProjectMember & { projectUid: string })[]>`
    SELECT DISTINCT b.scope_uid AS "projectUid", u.uid, u.email AS name
    FROM role_bindings b JOIN users u ON u.uid = b.user_uid
    WHERE b.tenant_uid = ${db.$tenantUid} AND b.scope_uid = ANY(${rows.map((row) => row.uid)}::bpchar[])
    ORDER BY u.email`
  return Map.groupBy(users, (user) => user.projectUid)
}

async function listTeams(db: TenantClient, viewer: Viewer, rows: readonly { uid: string }[]) {
  if (!maySeeMembers(viewer, 'team')) return undefined
  const teams = await db.$queryRaw<(ProjectMember & { projectUid: string })[]>`
    SELECT DISTINCT r.scope_uid AS "projectUid", t.uid, t.name
    FROM team_roles r JOIN teams t ON t.uid = r.team_uid
    WHERE r.tenant_uid = ${db.$tenantUid} AND r.scope_uid = ANY(${rows.map((row) => row.uid)}::bpchar[])
    ORDER BY t.name`
  return Map.groupBy(teams, (team) => team.projectUid)
}
