import type { Caller } from '../../../platform/access/caller.ts'
import { checkChangedRoles, roleChange, type RoleChange } from '../../../platform/access/roles/grant-policy.ts'
import type { Role } from '../../../platform/access/roles/roles.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { readRoles } from '../../roles/index.ts'
import { listTeamRoles, replaceTeamRoles } from './team-role-repository.ts'

interface TenantRoles {
  caller: Caller
  teamUid: string
  /** Uids or names. */
  roles: readonly string[]
  field: string
}

/** Takes the client of a transaction that has locked the team. @throws AppError InvalidRequest, GrantExceedsOwn */
export async function setTenantRoles(tx: TenantClient, { field, ...given }: TenantRoles): Promise<RoleChange> {
  const roles = await readRoles(tx, given.roles, { scope: 'tenant', field })
  return setRoles(tx, { ...given, roles, projectUid: null })
}

interface Given {
  caller: Caller
  teamUid: string
  projectUid: string | null
  roles: readonly Role[]
}

/** The same in the tenant or a project. @throws AppError GrantExceedsOwn */
export async function setRoles(tx: TenantClient, { caller, teamUid, projectUid, roles }: Given): Promise<RoleChange> {
  const held = await listTeamRoles(tx, [teamUid])
  const before = held.filter((one) => one.projectUid === projectUid).map(({ role }) => role)
  checkChangedRoles(caller, roles, before)
  await replaceTeamRoles(tx, teamUid, { scopeUid: projectUid ?? tx.$tenantUid, roles })
  return roleChange(before, roles)
}
