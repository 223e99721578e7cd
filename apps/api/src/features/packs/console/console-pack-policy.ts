import type { Caller } from '../../../platform/access/caller.ts'

/** A user with a role in the tenant sees the profiles of every project. */
export const visibleProjects = ({ tenantPermissions, scope }: Caller) =>
  tenantPermissions.has('clusterProfile.get') ? 'all' : [scope.uid]
