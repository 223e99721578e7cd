import type { MacroUsageBody } from '@waybill/api-contract'
import { resolveMacro } from '@waybill/profile-format'
import type { MacroUser, MacroWithScope } from './macro-repository.ts'

type Usage = MacroUsageBody['items'][number]

interface MacroUsers {
  users: readonly MacroUser[]
  /** They are counted otherwise. */
  mayName: boolean
}

/** What the settings pages show: every macro that the scope can use, which one wins here, and who uses it. */
export function usageOf(macros: readonly MacroWithScope[], { users, mayName }: MacroUsers): MacroUsageBody {
  const byName = Map.groupBy(users, (user) => user.macroName)
  return {
    items: macros.map((macro) => {
      const usedBy = (byName.get(macro.name) ?? []).map(({ macroName: _, ...user }) => user)
      return {
        name: macro.name,
        value: macro.value,
        scope: macro.scope,
        overriddenBy: overriding(macro, macros),
        modifiedAt: macro.modifiedAt.toISOString(),
        usedBy: mayName ? usedBy : [],
        hidden: mayName ? 0 : usedBy.length,
      }
    }),
  }
}

function overriding(macro: MacroWithScope, macros: readonly MacroWithScope[]): Usage['overriddenBy'] {
  const winner = resolveMacro(macros, macro.name)?.scope
  return winner === undefined || winner === macro.scope || winner === 'system' ? null : winner
}
