import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Caller } from '../../platform/access/caller.ts'
import { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { isUid } from '../../platform/database/uid.ts'
import { allOf, oneOf } from '../../platform/lists/text-filter.ts'
import type { AuditCursor } from './audit-cursor.ts'
import { shownDetails } from './audit-policy.ts'

/** Counting stops here: an exact number is not worth reading a million rows. */
export const COUNTED = 10_000

/** A filter on the log: all members must match, and of a list one of its entries: of an empty one nothing does. */
export interface AuditFilter {
  /** Both bounds are inclusive. */
  from?: Date | undefined
  to?: Date | undefined
  actorUids?: readonly string[] | undefined
  kinds?: readonly string[] | undefined
  actions?: readonly string[] | undefined
  outcomes?: readonly string[] | undefined
  projectUid?: string | undefined
  tenantUid?: string | undefined
  objectUid?: string | undefined
  /** Uid or full name. */
  object?: string | undefined
}

interface AuditPage {
  filter: AuditFilter
  limit: number
  offset?: number
  before?: AuditCursor | undefined
}

const rowSchema = z.object({
  uid: z.string(),
  projectUid: z.string(),
  actorUid: z.string(),
  actorEmail: z.string(),
  action: z.string(),
  outcome: z.enum(['succeeded', 'refused', 'failed']),
  via: z.string(),
  address: z.string(),
  requestUid: z.string(),
  resourceKind: z.string(),
  resourceUid: z.string(),
  resourceName: z.string(),
  details: z.string(),
  userMessage: z.string(),
  at: z.date(),
})

export type AuditRow = z.infer<typeof rowSchema>

const COLUMNS = Prisma.sql`uid, project_uid AS "projectUid", actor_uid AS "actorUid", actor_email AS "actorEmail", action, outcome, via,
  address, request_uid AS "requestUid", resource_kind AS "resourceKind", resource_uid AS "resourceUid",
  resource_name AS "resourceName", details, user_message AS "userMessage", at`

/** In the tenant's scope the whole log, in a project's what happened there. */
export function visibleTo(db: TenantClient, { scope }: Pick<Caller, 'scope'>): Prisma.Sql[] {
  const inTenant = Prisma.sql`tenant_uid = ${db.$tenantUid}`
  return scope.kind === 'project' ? [inTenant, Prisma.sql`project_uid = ${scope.uid}`] : [inTenant]
}

const among = (column: Prisma.Sql, values: readonly string[] | undefined): Prisma.Sql[] =>
  values?.length === 0 ? [Prisma.sql`FALSE`] : oneOf(column, values)

function whereOf(db: TenantClient, caller: Pick<Caller, 'scope'>, filter: AuditFilter): Prisma.Sql {
  const { from, to, actorUids, kinds, actions, outcomes, projectUid, tenantUid, objectUid, object } = filter
  return allOf([
    ...visibleTo(db, caller),
    ...(from ? [Prisma.sql`at >= ${from}`] : []),
    ...(to ? [Prisma.sql`at <= ${to}`] : []),
    ...among(Prisma.sql`actor_uid`, actorUids),
    ...among(Prisma.sql`resource_kind`, kinds),
    ...among(Prisma.sql`action`, actions),
    ...among(Prisma.sql`outcome`, outcomes),
    ...(projectUid ? [Prisma.sql`project_uid = ${projectUid}`] : []),
    ...(tenantUid ? [Prisma.sql`tenant_uid = ${tenantUid}`] : []),
    ...(objectUid ? [Prisma.sql`resource_uid = ${objectUid}`] : []),
    ...(object
      ? [Prisma.sql`${isUid(object) ? Prisma.sql`resource_uid` : Prisma.sql`resource_name`} = ${object}`]
      : []),
  ])
}

/** The statement for a page of the log. Exported for the test of its query plan. */
export const pageStatement = (
  db: TenantClient,
  caller: Pick<Caller, 'scope'>,
  { filter, limit, offset = 0, before }: AuditPage,
): Prisma.Sql => Prisma.sql`
  SELECT ${COLUMNS} FROM audit_events
  WHERE ${whereOf(db, caller, filter)} AND ${before ? Prisma.sql`(at, uid) < (${before.at}, ${before.uid})` : Prisma.sql`TRUE`}
  ORDER BY at DESC, uid DESC LIMIT ${limit} OFFSET ${offset}`

/** Newest first. */
export const listAudits = async (db: TenantClient, caller: Caller, page: AuditPage): Promise<AuditRow[]> =>
  readRows(await db.$queryRaw(pageStatement(db, caller, page)), caller)

const readRows = (rows: unknown, caller: Caller): AuditRow[] =>
  z
    .array(rowSchema)
    .parse(rows)
    .map((row) => ({ ...row, details: shownDetails(row, caller) }))

export const countStatement = (
  db: TenantClient,
  caller: Pick<Caller, 'scope'>,
  { filter, most }: { filter: AuditFilter; most: number },
): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int AS count
  FROM (SELECT FROM audit_events WHERE ${whereOf(db, caller, filter)} LIMIT ${most + 1}) AS counted`

/** The statement that finds the last event to be counted, from the newest on. */
const lastCounted = (
  db: TenantClient,
  caller: Pick<Caller, 'scope'>,
  { filter, most }: { filter: AuditFilter; most: number },
): Prisma.Sql => Prisma.sql`
  SELECT uid FROM audit_events WHERE ${whereOf(db, caller, filter)} ORDER BY at DESC, uid DESC OFFSET ${most} LIMIT 1`

/**
 * By question, an event at which counting once stopped. Events never change, and the oldest are deleted first: as long
 * as this one exists, there are still too many to count.
 */
const knownToBeMore = new LRUCache<string, string>({ max: 1_000 })

/** The number of events; `most` plus one means more. */
export async function countAudits(
  db: TenantClient,
  caller: Pick<Caller, 'scope'>,
  { filter, most = COUNTED }: { filter: AuditFilter; most?: number },
): Promise<number> {
  const asked = JSON.stringify([db.$tenantUid, caller.scope.kind, caller.scope.uid, filter, most])
  const known = knownToBeMore.get(asked)
  if (known !== undefined && (await isThere(db, known))) return most + 1
  const rows = await db.$queryRaw(countStatement(db, caller, { filter, most }))
  const count = z.array(z.object({ count: z.int() })).parse(rows)[0]?.count ?? 0
  if (count > most) {
    const [last] = await db.$queryRaw<{ uid: string }[]>(lastCounted(db, caller, { filter, most }))
    if (last) knownToBeMore.set(asked, last.uid)
  }
  return count
}

async function isThere(db: TenantClient, uid: string): Promise<boolean> {
  const rows = await db.$queryRaw<
    object[]
  >`SELECT FROM audit_events WHERE tenant_uid = ${db.$tenantUid} AND uid = ${uid}`
  return rows.length > 0
}

export async function findAudit(db: TenantClient, caller: Caller, uid: string): Promise<AuditRow | null> {
  const rows = await db.$queryRaw(
    Prisma.sql`SELECT ${COLUMNS} FROM audit_events WHERE ${allOf(visibleTo(db, caller))} AND uid = ${uid}`,
  )
  return readRows(rows, caller)[0] ?? null
}

/** Names of the users and projects in events; deleted ones have none. */
export async function readNames(db: TenantClient, events: readonly AuditRow[]) {
  const userUids = [...new Set(events.map((event) => event.actorUid))].filter(Boolean)
  const projectUids = [...new Set(events.map((event) => event.projectUid))].filter(Boolean)
  const users = await db.user.findMany({
    where: { uid: { in: userUids } },
    select: { uid: true, firstName: true, lastName: true },
  })
  const projects = await db.project.findMany({
    where: { uid: { in: projectUids } },
    select: { uid: true, name: true },
  })
  return {
    users: new Map(users.map((user) => [user.uid, user])),
    projects: new Map(projects.map(({ uid, name }) => [uid, name])),
  }
}

export type AuditNames = Awaited<ReturnType<typeof readNames>>

/** The only part of an event that can change: its actor's message. */
export async function setUserMessage(
  db: TenantClient,
  { uid, actorUid, userMessage }: { uid: string; actorUid: string; userMessage: string },
): Promise<boolean> {
  const { count } = await db.auditEvent.updateMany({ where: { uid, actorUid }, data: { userMessage } })
  return count === 1
}
