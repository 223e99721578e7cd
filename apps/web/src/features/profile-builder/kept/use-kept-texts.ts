import { useEffect, useState } from 'react'
import { changedKeys } from '../state/builder-reducer.ts'
import { useBuilderStore } from '../state/builder-store.ts'
import { holdPlace, newPlace, rememberPlace, takeOver } from './kept-places.ts'
import { forgetKept, keepTexts, moveKept, readKept, type SecretTools } from './kept-texts.ts'

const KEEP_PAUSE_MS = 400

export interface KeptTexts {
  /** Whether changes were restored. */
  wasKept: boolean
  /** To be called once the changes are saved. */
  forget: () => void
}

/** Restores unsaved changes, and from then on keeps what is typed, separately from other tabs. */
export function useKeptTexts(profileUid: string): KeptTexts {
  const store = useBuilderStore()
  const [place] = useState(() => newPlace(profileUid))
  const [wasKept, setWasKept] = useState(false)
  useEffect(() => {
    let isGone = false
    const letGo = holdPlace(place)
    const resume = (left: string) => {
      const kept = readKept(left)
      // What was typed here meanwhile takes precedence; the kept changes stay for the next page.
      if (isGone || kept === null || changedKeys(store.getState()).length > 0) return
      moveKept(left, place)
      rememberPlace(profileUid, place)
      store.getState().dispatch({ type: 'resume', kept })
      setWasKept(true)
    }
    void takeOver(profileUid, place, resume)
    return () => {
      isGone = true
      letGo()
    }
  }, [store, profileUid, place])
  useEffect(() => keepWhatIsTyped(store, profileUid, place), [store, profileUid, place])
  return { wasKept, forget: () => forgetKept(place) }
}

/** After each pause in typing, and at once when the page is left or hidden. */
function keepWhatIsTyped(store: ReturnType<typeof useBuilderStore>, profileUid: string, place: string): () => void {
  let tools: SecretTools | null = null
  let isDue = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(timer)
    if (!isDue || tools === null) return
    isDue = false
    keepTexts(place, store.getState(), tools)
    rememberPlace(profileUid, place)
  }
  const load = async () => {
    tools = await import('./without-secrets.ts')
    keep()
  }
  void load()
  const unsubscribe = store.subscribe((state, before) => {
    if ((['texts', 'base', 'conflicts'] as const).every((part) => state[part] === before[part])) return
    isDue = true
    clearTimeout(timer)
    timer = setTimeout(keep, KEEP_PAUSE_MS)
  })
  const leaving = new AbortController()
  window.addEventListener('pagehide', keep, leaving)
  document.addEventListener('visibilitychange', keep, leaving)
  return () => {
    keep()
    unsubscribe()
    leaving.abort()
  }
}
