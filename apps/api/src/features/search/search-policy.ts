import type { Caller } from '../../platform/access/caller.ts'
import { rightsOf, type HeldRole } from '../../platform/access/roles/held-role.ts'
import { listedScopes, mayNameProfiles } from '../profiles/index.ts'
import type { Searched } from './search-repository.ts'

/**
 * A search finds what the caller may list in the current scope. In the tenant's scope it also finds profiles of all
 * projects that they may enter and list profiles in. People belong to the tenant, whatever the scope.
 */
export const searchable = (caller: Caller, held: readonly HeldRole[]): Omit<Searched, 'text'> => ({
  profileScopes: caller.scope.kind === 'tenant' ? scopesOfProfiles(caller, held) : listedHere(caller),
  macroScope: caller.permissions.has('macro.list') ? caller.scope.uid : undefined,
  packs: caller.permissions.has('packRegistry.list'),
  people: caller.tenantPermissions.has('user.list'),
})

const listedHere = (caller: Caller): string[] => (mayNameProfiles(caller) ? listedScopes(caller) : [])

function scopesOfProfiles(caller: Caller, held: readonly HeldRole[]): Searched['profileScopes'] {
  if (mayNameProfiles(caller)) return 'all'
  const mayList = (uid: string) => rightsOf(held, caller.tenantUid, uid).permissions.has('clusterProfile.list')
  return [...new Set(held.map(({ scopeUid }) => scopeUid))].filter(mayList)
}
