import type { Caller } from '../../platform/access/caller.ts'

/**
 * A rule that never masks shows the same values of every profile of the tenant, as does taking back one that always masks: for
 * who may see all of them anyway, as `mayUnmask` has it of one profile. Masking is for whoever settles rules.
 */
export const mayShowEverywhere = ({ tenantPermissions }: Pick<Caller, 'tenantPermissions'>): boolean =>
  tenantPermissions.has('clusterProfile.update')
