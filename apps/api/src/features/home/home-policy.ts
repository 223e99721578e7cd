import type { Caller } from '../../platform/access/caller.ts'

/** Registries belong to the tenant: whoever lists them is told which failed. */
export const seesRegistries = ({ tenantPermissions }: Caller): boolean => tenantPermissions.has('packRegistry.list')

/** Which macros profiles lack is told to who may list macros. */
export const seesMacros = ({ permissions }: Caller): boolean => permissions.has('macro.list')
