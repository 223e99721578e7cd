import { useEffect, useRef } from 'react'
import { useFetcher } from 'react-router'
import { useOnceAtATime } from '../../shared/ui/sending/use-once-at-a-time.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'
import type { MacroChange, MacroChangeAnswer } from './macro-change.ts'

const DONE = { add: 'added', change: 'changed', delete: 'deleted' } as const

interface MacroChanging {
  answer: MacroChangeAnswer | undefined
  isBusy: boolean
  submit: (change: MacroChange) => void
}

/** Submits a change; once it is done, says so and calls `onDone`. The list loads anew by itself. */
export function useMacroChange(onDone: () => void): MacroChanging {
  const fetcher = useFetcher<MacroChangeAnswer>()
  const { once } = useOnceAtATime()
  const told = useRef<MacroChangeAnswer | undefined>(undefined)
  const { data, state } = fetcher
  useEffect(() => {
    if (state !== 'idle' || !data || data === told.current) return
    told.current = data
    if (data.error) return
    showToast({ kind: 'success', title: `Macro ${data.change.name} ${DONE[data.change.intent]}.` })
    onDone()
  }, [data, state, onDone])
  return {
    answer: state === 'idle' ? data : undefined,
    isBusy: state !== 'idle',
    submit: (change) => void once(() => fetcher.submit({ ...change }, { method: 'post', encType: 'application/json' })),
  }
}
