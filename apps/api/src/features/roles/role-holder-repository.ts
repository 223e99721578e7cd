import { roleKeyOf, type Role } from '../../platform/access/roles/roles.ts'
import { personName } from '../../platform/database/person-name.ts'
import { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'

/** A user who holds a role directly, or a team that does. */
export interface Holding {
  kind: 'user' | 'team'
  uid: string
  name: string
  /** Null: in the tenant. */
  projectUid: string | null
  projectName: string | null
}

export function listHoldings(db: TenantClient, role: Role): Promise<Holding[]> {
  const key = roleKeyOf(role)
  return db.$queryRaw<Holding[]>`
    SELECT held.kind, held.uid, held.name, p.uid AS "projectUid", p.name AS "projectName" FROM (
      SELECT 'user' AS kind, u.uid, ${personName(Prisma.sql`u`)} AS name, b.scope_uid
      FROM role_bindings b JOIN users u ON u.uid = b.user_uid
      WHERE b.tenant_uid = ${db.$tenantUid} AND b.role = ${key}
      UNION ALL
      SELECT 'team', t.uid, t.name, r.scope_uid FROM team_roles r JOIN teams t ON t.uid = r.team_uid
      WHERE r.tenant_uid = ${db.$tenantUid} AND r.role = ${key}
    ) held LEFT JOIN projects p ON p.uid = held.scope_uid AND p.tenant_uid = ${db.$tenantUid}
    ORDER BY held.name, held.uid, p.name`
}
