import { type PageOfList, readPageOfList, writePageOfList } from '../../../shared/ui/list/page-of-list.ts'
import type { ChangeList } from '../../../shared/ui/list/use-change-list.ts'
import { type Role, roleName } from '../../../shared/roles/role.ts'

export const KINDS = ['built-in', 'own'] as const
type Kind = (typeof KINDS)[number]

/** What the list of roles shows, as it stands in the address. */
export interface RoleList extends PageOfList {
  search: string
  kind: Kind | null
}

export type ChangeRoles = ChangeList<RoleList>

export const noRoleFilters = { search: '', kind: null } as const

/** Reads the address; what is unknown there counts as not said. */
export function readRoleList(params: URLSearchParams): RoleList {
  return {
    search: (params.get('search') ?? '').slice(0, 253),
    kind: KINDS.find((kind) => kind === params.get('kind')) ?? null,
    ...readPageOfList(params),
  }
}

/** The address of a list; what is as usual is left out. */
export function writeRoleList(list: RoleList): URLSearchParams {
  const params = new URLSearchParams()
  if (list.search !== '') params.set('search', list.search)
  if (list.kind !== null) params.set('kind', list.kind)
  writePageOfList(list, params)
  return params
}

export const isBuiltIn = ({ spec }: Role): boolean => spec.type === 'system'

/** The tenant's own first, each by name: there are few roles, so that the page picks out of all of them. */
export function pickRoles(roles: readonly Role[], { search, kind }: RoleList): Role[] {
  const text = search.trim().toLowerCase()
  return roles
    .filter((role) => kind === null || isBuiltIn(role) === (kind === 'built-in'))
    .filter((role) => roleName(role).toLowerCase().includes(text))
    .toSorted((a, b) => Number(isBuiltIn(a)) - Number(isBuiltIn(b)) || roleName(a).localeCompare(roleName(b), 'en'))
}
