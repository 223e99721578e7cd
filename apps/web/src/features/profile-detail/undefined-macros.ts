import type { MacroBody } from '@waybill/api-contract'

/** What is referred to and not defined; none where it is not known what is. */
export const undefinedMacros = (names: readonly string[], macros: readonly MacroBody[] | null): readonly string[] =>
  macros === null ? [] : names.filter((name) => macros.every((macro) => macro.name !== name))
