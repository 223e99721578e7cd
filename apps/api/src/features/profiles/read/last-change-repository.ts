import type { AuditAction } from '../../../platform/audit/audit-log.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

const CHANGES: AuditAction[] = ['create', 'update', 'publish', 'import']

/** Who changed a profile last: a name, or an address where there is none; empty where the audit log knows of no change. */
export async function lastChangedBy(db: TenantClient, uid: string): Promise<string> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT coalesce(nullif(concat_ws(' ', nullif(actor.first_name, ''), nullif(actor.last_name, '')), ''), event.actor_email) AS name
    FROM audit_events event LEFT JOIN users actor ON actor.tenant_uid = event.tenant_uid AND actor.uid = event.actor_uid::bpchar
    WHERE event.tenant_uid = ${db.$tenantUid} AND event.resource_uid = ${uid} AND event.resource_kind = 'clusterprofile'
      AND event.action = ANY(${CHANGES})
    ORDER BY event.at DESC, event.uid DESC LIMIT 1`
  return rows[0]?.name ?? ''
}
