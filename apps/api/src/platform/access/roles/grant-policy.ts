import { AppError } from '../../errors/app-error.ts'
import type { Caller } from '../caller.ts'
import type { Permission, Role } from './roles.ts'

/**
 * Nobody may grant more than they may do themselves in the tenant, be it by a role, a team, a key or a link to set a
 * password: otherwise anybody who may edit users could make themselves an administrator.
 * @throws AppError GrantExceedsOwn that names the missing permissions
 */
export function checkGrant(
  { tenantPermissions }: Pick<Caller, 'tenantPermissions'>,
  permissions: Iterable<Permission>,
): void {
  const missing = [...new Set(permissions)].filter((permission) => !tenantPermissions.has(permission))
  if (missing.length > 0) throw new AppError('GrantExceedsOwn', { params: { missing: missing.toSorted().join(' ') } })
}

/**
 * The same for a change of roles, both for those granted and those taken away; roles held before and after do not
 * count.
 */
export function checkChangedRoles(caller: Caller, after: readonly Role[], before: readonly Role[] = []): void {
  const changed = [...othersOf(after, before), ...othersOf(before, after)]
  checkGrant(
    caller,
    changed.flatMap(({ permissions }) => permissions),
  )
}

/** Names of roles, for the audit log. */
export type RoleChange = Readonly<Record<'given' | 'taken', string[]>>

export const roleChange = (before: readonly Role[], after: readonly Role[]): RoleChange => ({
  given: namesOfOthers(after, before),
  taken: namesOfOthers(before, after),
})

const namesOfOthers = (roles: readonly Role[], others: readonly Role[]) => [
  ...new Set(othersOf(roles, others).map(({ name }) => name)),
]

const othersOf = (roles: readonly Role[], others: readonly Role[]) =>
  roles.filter(({ uid }) => !others.some((other) => other.uid === uid))

/** Merges the changes of several scopes. */
export const roleChanges = (changes: readonly RoleChange[]): RoleChange => ({
  given: changes.flatMap(({ given }) => given),
  taken: changes.flatMap(({ taken }) => taken),
})
