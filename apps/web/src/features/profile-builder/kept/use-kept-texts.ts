import { useEffect, useState } from 'react'
import { useBuilderApi } from '../state/builder-store.ts'
import { keepTexts, readKept } from './kept-texts.ts'

const TYPING_PAUSE_MS = 400

/** Brings back what was typed and not saved, and keeps what is typed from now on. Whether something was brought back. */
export function useKeptTexts(profileUid: string): boolean {
  const store = useBuilderApi()
  const [kept] = useState(() => readKept(profileUid))
  useEffect(() => {
    if (kept !== null) store.getState().dispatch({ type: 'resume', kept })
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = store.subscribe((state, before) => {
      if ((['texts', 'base', 'conflicts'] as const).every((part) => state[part] === before[part])) return
      clearTimeout(timer)
      timer = setTimeout(() => void keepTexts(profileUid, store.getState()), TYPING_PAUSE_MS)
    })
    return () => {
      unsubscribe()
      clearTimeout(timer)
    }
  }, [store, profileUid, kept])
  return kept !== null
}
