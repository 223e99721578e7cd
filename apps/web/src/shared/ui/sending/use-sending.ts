import type { ApiError, Result } from '@waybill/api-client'
import { useEffect, useRef, useState } from 'react'
import { useOnceAtATime } from './use-once-at-a-time.ts'

/**
 * Sends one request at a time. It is busy until `settle` is done with the result. `error` is the server's last refusal;
 * it disappears once `typed`, the input it refers to, changes. The page may be left meanwhile: it may close something
 * or navigate only while `isOpen`.
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
