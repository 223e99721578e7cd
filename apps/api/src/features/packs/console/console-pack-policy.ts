import type { Caller } from '../../../platform/access/caller.ts'

/** Whoever may see profiles in the tenant sees those of every project. */
export const visibleProjects = ({ tenantPermissions, scope }: Caller) =>
  tenantPermissions.has('clusterProfile.get') ? 'all' : [scope.uid]
