import type { Caller } from '../../../platform/access/caller.ts'
import { checkChangedRoles, roleChange, type RoleChange } from '../../../platform/access/roles/grant-policy.ts'
import { checkMayActAs } from '../../../platform/access/roles/held-role-repository.ts'
import type { Role } from '../../../platform/access/roles/roles.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { readRoles } from '../../roles/index.ts'
import { listDirectRoles, replaceUserRoles } from './user-role-repository.ts'

interface TenantRoles {
  caller: Caller
  userUid: string
  /** Uids or names. */
  roles: readonly string[] | null | undefined
  field: string
}

/** For use in `changeUser`. @throws AppError InvalidRequest, GrantExceedsOwn */
export async function setTenantRoles(tx: TenantClient, { field, ...given }: TenantRoles): Promise<RoleChange> {
  const roles = await readRoles(tx, given.roles, { scope: 'tenant', field })
  return setRoles(tx, { ...given, scopeUid: tx.$tenantUid, roles })
}

interface Given {
  caller: Caller
  userUid: string
  /** The tenant's uid, or that of one of its projects. */
  scopeUid: string
  roles: readonly Role[]
}

/**
 * Sets the roles that a user holds directly in a scope; those held through teams stay. Takes a transaction's client.
 * @throws AppError GrantExceedsOwn; for roles taken away, also if the user may do more elsewhere than the caller
 */
export async function setRoles(tx: TenantClient, { caller, userUid, scopeUid, roles }: Given): Promise<RoleChange> {
  const before = await listDirectRoles(tx, userUid, scopeUid)
  checkChangedRoles(caller, roles, before)
  const change = roleChange(before, roles)
  if (change.taken.length > 0) await checkMayActAs(tx, caller, userUid)
  await replaceUserRoles(tx, userUid, { scopeUid, roles })
  return change
}
