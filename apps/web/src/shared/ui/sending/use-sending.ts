import type { ApiError, Result } from '@waybill/api-client'
import { useEffect, useRef, useState } from 'react'
import { useOnceAtATime } from './use-once-at-a-time.ts'

/**
 * Sends one thing at a time. It is busy until `settle` is done with what came of that, and `error` is what the server refused last. The
 * page may be left meanwhile: only while what sends `isOpen` may it close anything or lead anywhere.
 */
export function useSending() {
  const [error, setError] = useState<ApiError | null>(null)
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
      setError(result.ok ? null : result.error)
      if (result.ok) await settle(result.value)
    })
  return { isBusy, error, setError, send, isOpen }
}
