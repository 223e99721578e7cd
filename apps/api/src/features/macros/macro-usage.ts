import type { MacroUsageBody } from '@waybill/api-contract'
import { resolveMacro } from '@waybill/profile-format'
import type { MacroUser, MacroWithScope } from './macro-repository.ts'

type Usage = MacroUsageBody['items'][number]

interface MacroUsers {
  users: readonly MacroUser[]
  /** Otherwise profiles are only counted. */
  mayName: boolean
}

/** What the settings pages show: every macro that the scope can use, which one takes precedence, and who uses it. */
export function usageOf(macros: readonly MacroWithScope[], { users, mayName }: MacroUsers): MacroUsageBody {
  const usersByName = Map.groupBy(users, (user) => user.macroName)
  const ofName = Map.groupBy(macros, (macro) => macro.name)
  return {
    items: macros.map((macro) => {
      const usedBy = (usersByName.get(macro.name) ?? []).map(({ macroName: _, ...user }) => user)
      return {
        name: macro.name,
        value: macro.value,
        scope: macro.scope,
        overriddenBy: overriding(macro, ofName.get(macro.name) ?? []),
        modifiedAt: macro.modifiedAt.toISOString(),
        usedBy: mayName ? usedBy : [],
        hidden: mayName ? 0 : usedBy.length,
      }
    }),
  }
}

function overriding(macro: MacroWithScope, ofName: readonly MacroWithScope[]): Usage['overriddenBy'] {
  const winner = resolveMacro(ofName, macro.name)?.scope
  return winner === undefined || winner === macro.scope || winner === 'system' ? null : winner
}
