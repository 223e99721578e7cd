import type { Caller } from '../../platform/access/caller.ts'
import { rightsOf, type HeldRole } from '../../platform/access/held-role.ts'
import { listedScopes, mayNameProfiles } from '../profiles/index.ts'
import type { Searched } from './search-repository.ts'

/**
 * What may be found is what may be listed, in the scope where one is. In the tenant's also the profiles of all projects that one could
 * go to and list them in; people are of the tenant, wherever one is.
 */
export const searchable = (caller: Caller, held: readonly HeldRole[]): Omit<Searched, 'text'> => ({
  profileScopes: caller.scope.kind === 'tenant' ? scopesOfProfiles(caller, held) : listedHere(caller),
  macroScopes: caller.permissions.has('macro.list') ? [caller.scope.uid] : undefined,
  packs: caller.permissions.has('packRegistry.list'),
  people: caller.tenantPermissions.has('user.list'),
})

const listedHere = (caller: Caller): string[] => (mayNameProfiles(caller) ? listedScopes(caller) : [])

function scopesOfProfiles(caller: Caller, held: readonly HeldRole[]): Searched['profileScopes'] {
  if (mayNameProfiles(caller)) return 'all'
  const mayList = (uid: string) => rightsOf(held, caller.tenantUid, uid).permissions.has('clusterProfile.list')
  return [...new Set(held.map(({ scopeUid }) => scopeUid))].filter(mayList)
}
