import { BUILT_IN_ROLES, canBeHeldIn, type Role, type RoleScope } from '../../platform/access/roles/roles.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { listOwnRoles, shareRoles } from './role-repository.ts'

interface Place {
  scope: RoleScope
  /** The request's field, for the refusal. */
  field: string
}

/**
 * Finds the roles that a request names by uid or name. Takes a transaction's client: custom roles cannot be deleted
 * until it ends.
 * @throws AppError InvalidRequest for a role that cannot be held in that scope
 */
export async function readRoles(
  tx: TenantClient,
  given: readonly string[] | null | undefined,
  { scope, field }: Place,
): Promise<Role[]> {
  if (!given || given.length === 0) return []
  const isBuiltIn = (text: string) => BUILT_IN_ROLES.some((role) => isCalled(role, text))
  const own = given.every(isBuiltIn) ? [] : await listOwnRoles(tx)
  const roles = given.map((text, index) => {
    const role = [...BUILT_IN_ROLES, ...own].find((one) => isCalled(one, text) && canBeHeldIn(scope, one))
    if (!role) throw new AppError('InvalidRequest', { params: { field: `${field}.${index}` } })
    return role
  })
  const ownUids = roles.filter((role) => !role.isBuiltIn).map(({ uid }) => uid)
  if (ownUids.length > 0) await shareRoles(tx, ownUids)
  return roles
}

const isCalled = ({ uid, name }: Role, text: string) => uid === text || name === text
