import { readRole, type HeldRow } from '../../../platform/access/roles/held-role.ts'
import { roleKeyOf, type Role } from '../../../platform/access/roles/roles.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/** A role that the members of a team hold through it: in a project, or in the tenant if there is no project. */
export interface TeamRole {
  teamUid: string
  role: Role
  projectUid: string | null
  projectName: string | null
}

export async function listTeamRoles(db: TenantClient, teamUids: readonly string[]): Promise<TeamRole[]> {
  const rows = await db.$queryRaw<(Omit<HeldRow, 'scopeUid'> & Omit<TeamRole, 'role'>)[]>`
    SELECT t.team_uid AS "teamUid", t.role, r.name AS "customName", r.scope AS "customScope",
      r.permissions AS "customPermissions", p.uid AS "projectUid", p.name AS "projectName"
    FROM team_roles t LEFT JOIN roles r ON r.uid = t.role::char(24) AND r.tenant_uid = t.tenant_uid
    LEFT JOIN projects p ON p.uid = t.scope_uid
    WHERE t.tenant_uid = ${db.$tenantUid} AND t.team_uid = ANY(${[...teamUids]}::bpchar[])
    ORDER BY p.name, coalesce(r.name, t.role)`
  return rows.flatMap(({ teamUid, projectUid, projectName, ...row }) => {
    const role = readRole(row)
    return role ? [{ teamUid, role, projectUid, projectName }] : []
  })
}

/** @param scopeUid the tenant's uid, or that of one of its projects */
export async function replaceTeamRoles(
  tx: TenantClient,
  teamUid: string,
  { scopeUid, roles }: { scopeUid: string; roles: readonly Role[] },
): Promise<void> {
  await tx.teamRole.deleteMany({ where: { teamUid, scopeUid } })
  await tx.teamRole.createMany({
    data: [...new Set(roles.map(roleKeyOf))].map((role) => ({ teamUid, tenantUid: tx.$tenantUid, scopeUid, role })),
  })
}
