import type { MacroBody } from '@waybill/api-contract'

/** Names that are not defined; empty if the macros are unknown. */
export const undefinedMacros = (names: readonly string[], macros: readonly MacroBody[] | null): readonly string[] =>
  macros === null ? [] : names.filter((name) => macros.every((macro) => macro.name !== name))
