import type { Caller } from '../../platform/access/caller.ts'

/** Registries belong to the tenant: whoever lists them is told which failed. */
export const seesRegistries = ({ tenantPermissions }: Caller): boolean => tenantPermissions.has('packRegistry.list')

/** Which macros profiles lack is told to who may list macros. */
export const seesMacros = ({ permissions }: Caller): boolean => permissions.has('macro.list')

/** States that ask somebody to do something, in the order of how bad they are. */
const ASKING = ['invalid', 'empty', 'missingMacros', 'oldDraft'] as const

/** Even how many profiles lack a macro tells which macros there are. */
export const statesSeen = (caller: Caller): readonly (typeof ASKING)[number][] =>
  ASKING.filter((state) => state !== 'missingMacros' || seesMacros(caller))
