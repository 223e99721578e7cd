import type { Caller } from '../../platform/access/caller.ts'

/** Registries belong to the tenant: callers who may list them see which failed. */
export const seesRegistries = ({ tenantPermissions }: Caller): boolean => tenantPermissions.has('packRegistry.list')

/** Which macros are missing is shown to callers who may list macros. */
export const seesMacros = ({ permissions }: Caller): boolean => permissions.has('macro.list')

/** States that need attention, worst first. */
const ASKING = ['invalid', 'empty', 'missingMacros', 'oldDraft'] as const

/** Even the number of profiles that lack a macro reveals which macros exist. */
export const statesSeen = (caller: Caller): readonly (typeof ASKING)[number][] =>
  ASKING.filter((state) => state !== 'missingMacros' || seesMacros(caller))
