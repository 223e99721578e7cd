import { AppError } from '../errors/app-error.ts'
import type { Caller } from './caller.ts'
import type { Permission, Role } from './roles.ts'

/**
 * Nobody gives more than they may do themselves in the tenant, whether by a role, a team, a key or a link to set a password:
 * who may change users alone could else make themselves anything.
 *
 * @throws AppError GrantExceedsOwn that names what they lack.
 */
export function checkGrant(
  { tenantPermissions }: Pick<Caller, 'tenantPermissions'>,
  permissions: Iterable<Permission>,
): void {
  const missing = [...new Set(permissions)].filter((permission) => !tenantPermissions.has(permission))
  if (missing.length > 0) throw new AppError('GrantExceedsOwn', { params: { missing: missing.toSorted().join(' ') } })
}

/** The same of roles, and nobody takes more either: those that are held before and after are neither given nor taken. */
export function checkChangedRoles(caller: Caller, after: readonly Role[], before: readonly Role[] = []): void {
  const changed = [...othersOf(after, before), ...othersOf(before, after)]
  checkGrant(
    caller,
    changed.flatMap(({ permissions }) => permissions),
  )
}

/** Names of roles, for the audit. */
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

/** The same of several scopes. */
export const roleChanges = (changes: readonly RoleChange[]): RoleChange => ({
  given: changes.flatMap(({ given }) => given),
  taken: changes.flatMap(({ taken }) => taken),
})
