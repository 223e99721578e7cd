import type { MacroUsageBody } from '@waybill/api-contract'
import type { Scope } from '../../shared/session/scope.ts'

export type Macro = MacroUsageBody['items'][number]

/** The scope's own macros first, then the inherited ones, each sorted by name. */
export function sortMacros(items: readonly Macro[], scope: Scope): readonly Macro[] {
  const rank = ({ scope: kind }: Macro) => [scope.kind as string, 'tenant', 'system'].indexOf(kind)
  return items.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

export function isOwn(macro: Macro, scope: Scope): boolean {
  return macro.scope === scope.kind
}

/** `This project`, or the scope that an inherited macro comes from. */
export function scopeWords(macro: Macro, scope: Scope): string {
  if (!isOwn(macro, scope)) return `From the ${macro.scope}`
  return scope.kind === 'tenant' ? 'This tenant' : 'This project'
}
