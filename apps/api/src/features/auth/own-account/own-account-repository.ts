import type { OwnName } from '@waybill/api-contract'
import type { Caller } from '../../../platform/access/caller.ts'
import { endOtherSessions } from '../../../platform/access/end-sessions.ts'
import { SESSION_IDLE_MINUTES } from '../../../platform/access/principal-repository.ts'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { TenantClient, TenantDb } from '../../../platform/database/tenant-db.ts'

export async function renameSelf(db: TenantDb, caller: Caller, name: OwnName): Promise<string> {
  return db.$transaction(async (tx) => {
    await tx.user.update({ where: { uid: caller.userUid }, data: name })
    return recordOwn(tx, caller, { what: 'name' })
  })
}

/** Those that still open something; what ended is swept within the hour. */
export const listOwnSessions = (db: TenantDb, userUid: string) => {
  const idleSince = new Date(Date.now() - SESSION_IDLE_MINUTES * 60_000)
  return db.session.findMany({
    where: { userUid, expiresAt: { gt: new Date() }, lastSeenAt: { gt: idleSince } },
    orderBy: [{ lastSeenAt: 'desc' }, { uid: 'asc' }],
  })
}

export type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number]

/** @returns the uid of the audit event; undefined where the caller has no such session. */
export async function endOwnSession(db: TenantDb, caller: Caller, uid: string): Promise<string | undefined> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { uid, userUid: caller.userUid } })
    return count === 0 ? undefined : recordOwn(tx, caller, { what: 'session', count })
  })
}

export async function endOthers(db: TenantDb, caller: Caller): Promise<string> {
  return db.$transaction(async (tx) => {
    const count = await endOtherSessions(tx, caller.userUid, caller.sessionUid)
    return recordOwn(tx, caller, { what: 'other sessions', count })
  })
}

const recordOwn = (db: TenantClient, caller: Caller, details: Record<string, string | number>): Promise<string> =>
  recordAudit(db, {
    caller,
    action: 'update',
    resource: { kind: 'user', uid: caller.userUid, name: caller.email },
    details,
  })
