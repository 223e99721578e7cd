import type { AuditsQuery } from '@waybill/api-contract'
import type { Caller } from '../../platform/access/caller.ts'
import type { Page } from '../../platform/http/lists/paging.ts'
import type { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { actionsOf } from './audit-words.ts'

export type AuditFilter = Omit<AuditsQuery, 'limit' | 'offset' | 'continue'>

/** In the tenant's scope its whole log, in a project's what happened there. */
const visibleTo = ({ scope }: Caller): Prisma.AuditEventWhereInput =>
  scope.kind === 'project' ? { projectUid: scope.uid } : {}

function whereOf(caller: Caller, filter: AuditFilter): Prisma.AuditEventWhereInput {
  const { startTime, endTime, userUid, projectUid, tenantUid, resourceKind, resourceUid, actionType } = filter
  const asked: Prisma.AuditEventWhereInput = {
    ...((startTime || endTime) && {
      at: { ...(startTime && { gte: new Date(startTime) }), ...(endTime && { lte: new Date(endTime) }) },
    }),
    ...(userUid && { actorUid: userUid }),
    ...(projectUid && { projectUid }),
    ...(tenantUid && { tenantUid }),
    ...(resourceKind && { resourceKind }),
    ...(resourceUid && { resourceUid }),
    ...(actionType && { action: { in: actionsOf(actionType) } }),
  }
  return { AND: [visibleTo(caller), asked] }
}

/** Newest first. */
export async function readAudits(
  db: TenantClient,
  caller: Caller,
  { filter, page }: { filter: AuditFilter; page: Page },
) {
  const where = whereOf(caller, filter)
  const count = await db.auditEvent.count({ where })
  const events = await db.auditEvent.findMany({
    where,
    orderBy: [{ at: 'desc' }, { uid: 'desc' }],
    take: page.limit,
    skip: page.offset,
  })
  return { events, count }
}

export const findAudit = (db: TenantClient, caller: Caller, uid: string) =>
  db.auditEvent.findFirst({ where: { AND: [visibleTo(caller), { uid }] } })

export type AuditRow = NonNullable<Awaited<ReturnType<typeof findAudit>>>

/** Names of the users and projects of events; what was deleted since has none. */
export async function readNames(db: TenantClient, events: readonly AuditRow[]) {
  const userUids = [...new Set(events.map((event) => event.actorUid))]
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

/** The one thing of an event that can change: what its actor says about it. */
export async function setUserMessage(
  db: TenantClient,
  { uid, actorUid, userMessage }: { uid: string; actorUid: string; userMessage: string },
): Promise<boolean> {
  const { count } = await db.auditEvent.updateMany({ where: { uid, actorUid }, data: { userMessage } })
  return count === 1
}
