import type { Caller } from '../../platform/access/caller.ts'
import { listedScopes, mayNameProfiles } from '../profiles/index.ts'
import type { Searched } from './search-repository.ts'

/** What may be found is what may be listed, in the scope where one is. People are of the tenant, wherever one is. */
export const searchable = (caller: Caller): Omit<Searched, 'text'> => ({
  profileScopes: mayNameProfiles(caller) ? listedScopes(caller) : undefined,
  macroScopes: caller.permissions.has('macro.list') ? [caller.scope.uid] : undefined,
  packs: caller.permissions.has('packRegistry.list'),
  people: caller.tenantPermissions.has('user.list'),
})
