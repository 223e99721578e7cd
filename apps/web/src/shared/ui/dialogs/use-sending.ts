import type { ApiError, Result } from '@waybill/api-client'
import { useState } from 'react'

/** Sends something: whether that is under way, and what the server refused last. What comes of it goes to `settle`. */
export function useSending() {
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const send = async <Value>(request: () => Promise<Result<Value>>, settle: (value: Value) => unknown) => {
    setIsBusy(true)
    const result = await request()
    setIsBusy(false)
    setError(result.ok ? null : result.error)
    if (result.ok) await settle(result.value)
  }
  return { isBusy, error, setError, send }
}
