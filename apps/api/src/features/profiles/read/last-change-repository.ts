import type { AuditAction } from '../../../platform/audit/audit-log.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

const CHANGES: AuditAction[] = ['create', 'update', 'publish', 'import']

/** Who changed a profile last: a name, or an address where there is none; empty where the audit log knows of no change. */
export async function lastChangedBy(db: TenantClient, uid: string): Promise<string> {
  const event = await db.auditEvent.findFirst({
    where: { resourceUid: uid, resourceKind: 'clusterprofile', action: { in: CHANGES } },
    orderBy: [{ at: 'desc' }, { uid: 'desc' }],
    select: { actorUid: true, actorEmail: true },
  })
  if (event === null) return ''
  const user = await db.user.findFirst({
    where: { uid: event.actorUid },
    select: { firstName: true, lastName: true },
  })
  const name = [user?.firstName, user?.lastName].filter(Boolean).join(' ')
  return name || event.actorEmail
}
