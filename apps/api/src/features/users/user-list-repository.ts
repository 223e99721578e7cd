import { AppError } from '../../platform/errors/app-error.ts'
import {
  readQuestion,
  sortedBy,
  type ListQuery,
  type ListQuestion,
  type Sort,
} from '../../platform/lists/list-question.ts'
import { WHOLE_PAGE, type Page } from '../../platform/lists/paging.ts'
import { personName } from '../../platform/database/person-name.ts'
import { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { allOf, textConditions, type TextFilter } from '../../platform/lists/text-filter.ts'
import { listActable } from '../../platform/access/roles/held-role-repository.ts'
import { readHeldRole, type HeldRow } from '../../platform/access/roles/held-role.ts'
import type { ListedUser, UserRole } from './user-presenter.ts'

/** First and last names may be empty, but clients want a name. */
export const NAME = personName(Prisma.sql`users`)

const CREATED = Prisma.sql`created_at`
const EMAIL = Prisma.sql`email`
const FILTERABLE = {
  'metadata.name': NAME,
  'metadata.uid': Prisma.sql`uid`,
  'spec.emailId': EMAIL,
  'spec.firstName': Prisma.sql`first_name`,
  'spec.lastName': Prisma.sql`last_name`,
}
const SORTABLE = {
  ...FILTERABLE,
  'metadata.creationTimestamp': CREATED,
  'metadata.lastModifiedTimestamp': Prisma.sql`modified_at`,
}

/** @throws AppError BadRequest for a syntax error or unknown field */
export const readUserQuery = (query: ListQuery): ListQuestion =>
  readQuestion(query, { filterable: FILTERABLE, sortable: SORTABLE })

export interface SummaryFilter {
  filter: { name?: TextFilter | null | undefined; emailId?: TextFilter | null | undefined } | null | undefined
  sort: Sort<'name' | 'creationTimestamp'>
}

export const readSummaryFilter = ({ filter, sort }: SummaryFilter): ListQuestion => ({
  where: allOf([...textConditions(NAME, filter?.name), ...textConditions(EMAIL, filter?.emailId)]),
  order: sortedBy(sort, { name: NAME, creationTimestamp: CREATED }),
})

export async function countUsers(db: TenantClient, { where }: ListQuestion): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM users WHERE tenant_uid = ${db.$tenantUid} AND ${where}`
  return rows[0]?.count ?? 0
}

interface ListedRow extends Omit<ListedUser, 'held' | 'teams'> {
  passwordLinkBy: string | null
}

export async function listUsers(
  db: TenantClient,
  { where, order }: ListQuestion,
  page: Page = WHOLE_PAGE,
): Promise<ListedUser[]> {
  const rows = await db.$queryRaw<ListedRow[]>`
    SELECT uid, ${NAME} AS name, email, first_name AS "firstName", last_name AS "lastName", labels, annotations,
      disabled_at AS "disabledAt", last_seen_at AS "lastSeenAt", has_password AS "hasPassword", reset_expires_at > now() AS "isResetting",
      password_link_by AS "passwordLinkBy",
      EXISTS (SELECT FROM sso_identities identity WHERE identity.user_uid = users.uid) AS "isLinked", created_at AS "createdAt", modified_at AS "modifiedAt"
    FROM users WHERE tenant_uid = ${db.$tenantUid} AND ${where}
    ORDER BY ${Prisma.join([...order, NAME, Prisma.sql`uid`], ', ')} LIMIT ${page.limit} OFFSET ${page.offset}`
  const uids = rows.map((row) => row.uid)
  const [held, teams] = [await listHeld(db, uids), await listTeams(db, uids)]
  const working = await listWorkingLinks(db, rows)
  return rows.map(({ passwordLinkBy: _maker, isResetting, ...row }) => ({
    ...row,
    isResetting: isResetting && !working.has(row.uid) ? null : isResetting,
    held: held.get(row.uid) ?? [],
    teams: teams.get(row.uid) ?? [],
  }))
}

/**
 * The users whose link is still accepted: one that has not expired does not work either once its creator may do less.
 */
const listWorkingLinks = (db: TenantClient, rows: readonly ListedRow[]): Promise<ReadonlySet<string>> =>
  listActable(
    db,
    rows.flatMap(({ uid, isResetting, passwordLinkBy }) =>
      isResetting ? [{ actorUid: passwordLinkBy ?? uid, userUid: uid }] : [],
    ),
  )

async function listHeld(db: TenantClient, userUids: readonly string[]): Promise<Map<string, UserRole[]>> {
  const rows = await db.$queryRaw<(HeldRow & Omit<UserRole, 'role'> & { userUid: string })[]>`
    SELECT h.user_uid AS "userUid", h.scope_uid AS "scopeUid", h.role, h.custom_name AS "customName",
      h.custom_scope AS "customScope", h.custom_permissions AS "customPermissions",
      p.uid AS "projectUid", p.name AS "projectName", t.uid AS "teamUid", t.name AS "teamName"
    FROM held_roles h LEFT JOIN projects p ON p.uid = h.scope_uid LEFT JOIN teams t ON t.uid = h.team_uid
    WHERE h.tenant_uid = ${db.$tenantUid} AND h.user_uid = ANY(${[...userUids]}::bpchar[])
    ORDER BY p.name, coalesce(h.custom_name, h.role), t.name, t.uid`
  const held = rows.flatMap(({ userUid, projectUid, projectName, teamUid, teamName, ...row }) =>
    readHeldRole(row).map(({ role }) => ({ userUid, role, projectUid, projectName, teamUid, teamName })),
  )
  return Map.groupBy(held, ({ userUid }) => userUid)
}

/** In the order in which the user joined them: clients compare the list by order. */
async function listTeams(db: TenantClient, userUids: readonly string[]) {
  const rows = await db.$queryRaw<{ userUid: string; uid: string; name: string }[]>`
    SELECT m.user_uid AS "userUid", t.uid, t.name FROM team_members m JOIN teams t ON t.uid = m.team_uid
    WHERE m.tenant_uid = ${db.$tenantUid} AND m.user_uid = ANY(${[...userUids]}::bpchar[]) ORDER BY m.position`
  return Map.groupBy(rows, ({ userUid }) => userUid)
}

/** @throws AppError ResourceNotFound */
export async function getUser(db: TenantClient, uid: string): Promise<ListedUser> {
  const [user] = await listUsers(db, { where: Prisma.sql`uid = ${uid}`, order: [] })
  if (!user) throw new AppError('ResourceNotFound')
  return user
}
