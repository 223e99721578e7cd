import type { ApiError, Result } from '@waybill/api-client'
import { useEffect, useRef, useState } from 'react'
import { useOnceAtATime } from './use-once-at-a-time.ts'

/**
 * Sends one thing at a time. It is busy until `settle` is done with what came of that. `error` is why the server refused the last one;
 * where that belongs to what was `typed`, it goes once something else is. The page may be left meanwhile: only while what sends `isOpen`
 * may it close anything or lead anywhere.
 */
export function useSending(typed = '') {
  const [refused, setRefused] = useState<{ typed: string; error: ApiError } | null>(null)
  const { isBusy, once } = useOnceAtATime()
  const isShown = useRef(false)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  const isOpen = () => isShown.current
  const send = <Value>(request: () => Promise<Result<Value>>, settle: (value: Value) => unknown) =>
    once(async () => {
      const result = await request()
      setRefused(result.ok ? null : { typed, error: result.error })
      if (result.ok) await settle(result.value)
    })
  return { isBusy, error: refused?.typed === typed ? refused.error : null, send, isOpen }
}
