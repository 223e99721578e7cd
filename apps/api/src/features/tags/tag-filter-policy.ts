import type { Caller } from '../../platform/access/caller.ts'

/** In a project the tenant's filters are seen; to change them takes the permission in the tenant. */
export const mayChangeFilter = ({ scope, tenantPermissions }: Caller, filter: { scopeUid: string }): boolean =>
  filter.scopeUid === scope.uid || tenantPermissions.has('tag.update')
