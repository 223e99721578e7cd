import { isVariableKey } from '../state/variable-texts.ts'
import { type BuilderState, changedKeys, type Kept } from '../state/builder-reducer.ts'
import { INFO } from '../state/builder-texts.ts'
import type * as WithoutSecrets from './without-secrets.ts'

/** Loaded separately, as it includes the secret finder. */
export type SecretTools = typeof WithoutSecrets

const ofInfo: ReadonlySet<string> = new Set(Object.values(INFO))
/** The list and order of the layers, without any texts. */
const OF_STACK = /^(?:stack$|layer )/

/** Unsaved changes without their secrets; null if there are none. */
export function readKept(place: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
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

export function forgetKept(place: string): void {
  localStorage.removeItem(place)
}

/** Needs no additional storage space. */
export function moveKept(from: string, to: string): void {
  const kept = localStorage.getItem(from)
  localStorage.removeItem(from)
  if (kept !== null) localStorage.setItem(to, kept)
}

/**
 * Keeps the changes and the masked state that they are based on. If a text cannot be parsed now, its last kept state
 * remains.
 */
export function keepTexts(place: string, state: BuilderState, tools: SecretTools): void {
  const { proseWithoutSecrets, variableWithoutSecrets, yamlWithoutSecrets } = tools
  const before = readKept(place)?.texts ?? {}
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
  if (kept.length === 0) return forgetKept(place)
  try {
    const { base, conflicts } = state
    const keeping: Kept = { base, texts: Object.fromEntries(kept), conflicts }
    localStorage.setItem(place, JSON.stringify(keeping))
  } catch {
    // The storage is full or disabled. The page still asks before it is left.
  }
}
