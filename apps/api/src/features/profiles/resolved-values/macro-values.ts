import { findReferences } from '@waybill/layer-text'
import { resolveMacro, type ReferenceContext } from '@waybill/profile-format'
import type { ProfileCaller } from '../stored/profile-access.ts'
import type { ProfileHead } from '../stored/stored-profile.ts'

export type VisibleMacro = ReferenceContext['macros'][number]

/** Macros with their values, as far as a project or tenant sees them. */
export type ListMacros = (scopeUid: string) => Promise<readonly VisibleMacro[]>

type Place = Pick<ProfileHead, 'scope' | 'scopeUid'>

/**
 * The macros that a profile would be deployed with: of its own project, else of where the caller is. None for who may not see
 * what macros hold.
 */
export async function macrosFor(list: ListMacros, caller: ProfileCaller, profile: Place) {
  const isElsewhere = profile.scope === 'project' && profile.scopeUid !== caller.scope.uid
  const permissions = isElsewhere ? caller.tenantPermissions : caller.permissions
  if (!permissions.has('macro.get')) return []
  return list(isElsewhere ? profile.scopeUid : caller.scope.uid)
}

/** Those that a text names, by name. */
export function macrosIn(text: string, macros: readonly VisibleMacro[]): Map<string, string> {
  const names = findReferences(text).flatMap(({ kind, name }) => (kind === 'macro' ? [name] : []))
  return new Map(
    [...new Set(names)].flatMap((name) => {
      const macro = resolveMacro(macros, name)
      return macro ? [[name, macro.value] as const] : []
    }),
  )
}
