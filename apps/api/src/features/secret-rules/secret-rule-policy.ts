import type { Caller } from '../../platform/access/caller.ts'

/**
 * A rule that never masks shows the same values of every profile in the tenant, and so does deleting one that always
 * masks. Both need permission to change every profile, as `mayUnmask` does for one. Masking more is for anyone who may
 * edit rules.
 */
export const mayShowEverywhere = ({ tenantPermissions }: Pick<Caller, 'tenantPermissions'>): boolean =>
  tenantPermissions.has('clusterProfile.update')
