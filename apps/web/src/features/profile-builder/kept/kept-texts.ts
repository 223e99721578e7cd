import { useRenewal } from '../../../shared/session/session-renewal.ts'
import { isVariableKey } from '../state/variable-texts.ts'
import { changedKeys } from '../state/builder-reducer.ts'
import { INFO } from '../state/builder-texts.ts'
import type { Texts } from '../state/texts.ts'

/** Null for a place that was taken out. */
export type Kept = Readonly<Record<string, string | null>>

const ofInfo: ReadonlySet<string> = new Set(Object.values(INFO))
/** What layers there are, and in which order: no texts of anybody. */
const OF_STACK = /^(?:stack$|layer )/

/** One a person and profile: who signs in next in this browser sees nothing of it. */
const keyOf = (profileUid: string) => `waybill.builder.${useRenewal.getState().user?.uid ?? ''}.${profileUid}`

/** Texts that were typed and never saved, without their secrets. */
export function readKept(profileUid: string): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(profileUid)) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(([, text]) => typeof text === 'string' || text === null))
  } catch {
    return {}
  }
}

export function forgetKept(profileUid: string): void {
  localStorage.removeItem(keyOf(profileUid))
}

/** Keeps what is changed; of a text that cannot be read now, what was kept of it before. */
export async function keepTexts(profileUid: string, state: { base: Texts; texts: Texts }): Promise<void> {
  const { proseWithoutSecrets, variableWithoutSecrets, yamlWithoutSecrets } = await import('./without-secrets.ts')
  const before = readKept(profileUid)
  const safe = (key: string, text: string): string | null => {
    if (OF_STACK.test(key)) return text
    if (isVariableKey(key)) return variableWithoutSecrets(text, state.base[key])
    return ofInfo.has(key) ? proseWithoutSecrets(text) : yamlWithoutSecrets(text, state.base[key] ?? '')
  }
  const kept = changedKeys(state).flatMap((key) => {
    const text = state.texts[key]
    const keepable = text === undefined ? null : (safe(key, text) ?? before[key])
    return keepable === undefined ? [] : [[key, keepable] as const]
  })
  if (kept.length === 0) return forgetKept(profileUid)
  try {
    localStorage.setItem(keyOf(profileUid), JSON.stringify(Object.fromEntries(kept)))
  } catch {
    // A browser that is full, or keeps nothing: the page asks before it is left.
  }
}
