import { findReferences } from '@waybill/layer-text'
import { resolveMacro, type ReferenceContext } from '@waybill/profile-format'
import type { UseCase } from '../../../platform/use-case.ts'
import { listVisibleMacros, maskMacros } from '../../macros/index.ts'
import { macroScopeOf } from '../profile-policy.ts'
import type { ProfileHead } from '../stored/stored-profile.ts'

export type VisibleMacro = ReferenceContext['macros'][number]

/**
 * The macros that a profile would be deployed with, as the caller may see them: masked for callers who may not change
 * them.
 */
export async function macrosFor(
  { db, caller, tools }: UseCase<'cipher'>,
  profile: Pick<ProfileHead, 'scope' | 'scopeUid'>,
): Promise<VisibleMacro[]> {
  const scopeUid = macroScopeOf(caller, profile)
  if (scopeUid === null) return []
  const macros = await listVisibleMacros(db, tools.cipher, scopeUid)
  return maskMacros(macros, caller, scopeUid).map(({ name, value, scope }) => ({ name, value, scope }))
}

/** The macros that a text names, by name. */
export function macrosIn(text: string, macros: readonly VisibleMacro[]): Map<string, string> {
  const names = findReferences(text).flatMap(({ kind, name }) => (kind === 'macro' ? [name] : []))
  return new Map(
    [...new Set(names)].flatMap((name) => {
      const macro = resolveMacro(macros, name)
      return macro ? [[name, macro.value] as const] : []
    }),
  )
}
