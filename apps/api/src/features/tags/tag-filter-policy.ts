import type { Caller } from '../../platform/access/caller.ts'

/** The tenant's filters are visible in projects, but changing them needs the permission in the tenant. */
export const mayChangeFilter = ({ scope, tenantPermissions }: Caller, filter: { scopeUid: string }): boolean =>
  filter.scopeUid === scope.uid || tenantPermissions.has('tag.update')
