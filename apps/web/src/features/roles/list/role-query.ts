import { type Role, roleName } from '../../../shared/roles/role.ts'
import { listAddress, onePart, pageParts, type QueryOf, searchPart } from '../../../shared/ui/list/list-address.ts'

export const KINDS = ['built-in', 'own'] as const

export const roleList = listAddress({ search: searchPart, kind: onePart(KINDS), ...pageParts })

/** What the list of roles shows. */
export type RoleList = QueryOf<typeof roleList>

export const isBuiltIn = ({ spec }: Role): boolean => spec.type === 'system'

/** The tenant's own first, each by name: there are few roles, so that the page picks out of all of them. */
export function pickRoles(roles: readonly Role[], { search, kind }: RoleList): Role[] {
  const text = search.trim().toLowerCase()
  return roles
    .filter((role) => kind === null || isBuiltIn(role) === (kind === 'built-in'))
    .filter((role) => roleName(role).toLowerCase().includes(text))
    .toSorted((a, b) => Number(isBuiltIn(a)) - Number(isBuiltIn(b)) || roleName(a).localeCompare(roleName(b), 'en'))
}
