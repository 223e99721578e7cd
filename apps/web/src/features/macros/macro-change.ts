import { api, type ApiError } from '@waybill/api-client'
import { connectionOf } from '../../shared/http/connection.ts'
import type { Scope } from '../../shared/session/scope.ts'

const INTENTS = ['add', 'change', 'delete'] as const
export type MacroIntent = (typeof INTENTS)[number]

/** What the dialogs submit; `value` is empty for delete. */
export interface MacroChange {
  intent: MacroIntent
  name: string
  value: string
}

/** What the action answers; `error` is null when the change is done. */
export interface MacroChangeAnswer {
  change: MacroChange
  error: ApiError | null
}

export function isMacroChange(value: unknown): value is MacroChange {
  return (
    typeof value === 'object' &&
    value !== null &&
    'intent' in value &&
    INTENTS.some((intent) => intent === value.intent) &&
    'name' in value &&
    typeof value.name === 'string' &&
    'value' in value &&
    typeof value.value === 'string'
  )
}

/** Sends one change of the scope's own macros. */
export async function changeMacro(scope: Scope, change: MacroChange): Promise<MacroChangeAnswer> {
  const { intent, name, value } = change
  const connection = connectionOf(scope)
  const macros = api[`${scope.kind}Macros`]
  const params = { uid: scope.uid }
  const result =
    intent === 'add'
      ? await macros.add(connection, { params, body: { macros: [{ name, value }] } })
      : intent === 'change'
        ? await macros.update(connection, { params, body: { macros: [{ name, value }] } })
        : await macros.delete(connection, { params, body: { macros: [{ name }] } })
  if (result.ok) return { change, error: null }
  return { change, error: result.error }
}
