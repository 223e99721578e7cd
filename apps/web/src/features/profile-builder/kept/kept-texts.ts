import { useRenewal } from '../../../shared/session/session-renewal.ts'
import { isVariableKey } from '../state/variable-texts.ts'
import { type BuilderState, changedKeys, type Kept } from '../state/builder-reducer.ts'
import { INFO } from '../state/builder-texts.ts'

const ofInfo: ReadonlySet<string> = new Set(Object.values(INFO))
/** What layers there are, and in which order: no texts of anybody. */
const OF_STACK = /^(?:stack$|layer )/

/** One a person and profile: who signs in next in this browser sees nothing of it. */
const keyOf = (profileUid: string) => `waybill.builder.${useRenewal.getState().user?.uid ?? ''}.${profileUid}`

/** What was typed and never saved, without its secrets; null where there is none. */
export function readKept(profileUid: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(profileUid)) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

const isTexts = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((text) => typeof text === 'string' || text === null)

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'base' in value &&
  isTexts(value.base) &&
  'texts' in value &&
  isTexts(value.texts) &&
  'conflicts' in value &&
  Array.isArray(value.conflicts)

export function forgetKept(profileUid: string): void {
  localStorage.removeItem(keyOf(profileUid))
}

/**
 * Keeps what is changed, with what it was made of, which was read with masks; of a text that cannot be read now, what was kept of
 * it before.
 */
export async function keepTexts(profileUid: string, state: BuilderState): Promise<void> {
  const { proseWithoutSecrets, variableWithoutSecrets, yamlWithoutSecrets } = await import('./without-secrets.ts')
  const before = readKept(profileUid)?.texts ?? {}
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
    const { base, conflicts } = state
    const keeping: Kept = { base, texts: Object.fromEntries(kept), conflicts }
    localStorage.setItem(keyOf(profileUid), JSON.stringify(keeping))
  } catch {
    // A browser that is full, or keeps nothing: the page asks before it is left.
  }
}
