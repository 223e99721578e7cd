import { type Role, roleName } from '../../../shared/roles/role.ts'
import { listAddress, onePart, pageParts, type QueryOf, searchPart } from '../../../shared/ui/list/list-address.ts'

export const KINDS = ['built-in', 'own'] as const

export const roleList = listAddress({ search: searchPart, kind: onePart(KINDS), ...pageParts })

/** The query of the list of roles. */
export type RoleList = QueryOf<typeof roleList>

export const isBuiltIn = ({ spec }: Role): boolean => spec.type === 'system'

/** The tenant's own roles first, each sorted by name. There are few roles, so the page filters all of them. */
export function pickRoles(roles: readonly Role[], { search, kind }: RoleList): Role[] {
  const text = search.trim().toLowerCase()
  return roles
    .filter((role) => kind === null || isBuiltIn(role) === (kind === 'built-in'))
    .filter((role) => roleName(role).toLowerCase().includes(text))
    .toSorted((a, b) => Number(isBuiltIn(a)) - Number(isBuiltIn(b)) || roleName(a).localeCompare(roleName(b), 'en'))
}
