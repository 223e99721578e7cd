import type { Caller } from '../../../platform/access/caller.ts'

/** Who holds a role in the tenant sees every project's profiles. */
export const visibleProjects = ({ tenantPermissions, scope }: Caller) =>
  tenantPermissions.has('clusterProfile.get') ? 'all' : [scope.uid]
