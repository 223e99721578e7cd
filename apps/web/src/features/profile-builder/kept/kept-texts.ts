import { useRenewal } from '../../../shared/session/session-renewal.ts'
import { changedKeys } from '../state/builder-reducer.ts'
import { INFO, type Texts } from '../state/builder-texts.ts'

const ofInfo: ReadonlySet<string> = new Set(Object.values(INFO))

/** One a person and profile: who signs in next in this browser sees nothing of it. */
const keyOf = (profileUid: string) => `waybill.builder.${useRenewal.getState().user?.uid ?? ''}.${profileUid}`

/** Texts that were typed and never saved, without their secrets. */
export function readKept(profileUid: string): Texts {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(profileUid)) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(([, text]) => typeof text === 'string'))
  } catch {
    return {}
  }
}

export function forgetKept(profileUid: string): void {
  localStorage.removeItem(keyOf(profileUid))
}

/** Keeps what is changed; of a text that cannot be read now, what was kept of it before. */
export async function keepTexts(profileUid: string, state: { base: Texts; texts: Texts }): Promise<void> {
  const { proseWithoutSecrets, yamlWithoutSecrets } = await import('./without-secrets.ts')
  const before = readKept(profileUid)
  const kept = changedKeys(state).flatMap((key) => {
    const text = state.texts[key] ?? ''
    const safe = ofInfo.has(key) ? proseWithoutSecrets(text) : yamlWithoutSecrets(text, state.base[key] ?? '')
    const keepable = safe ?? before[key]
    return keepable === undefined ? [] : [[key, keepable] as const]
  })
  if (kept.length === 0) return forgetKept(profileUid)
  try {
    localStorage.setItem(keyOf(profileUid), JSON.stringify(Object.fromEntries(kept)))
  } catch {
    // A browser that is full, or keeps nothing: the page asks before it is left.
  }
}
