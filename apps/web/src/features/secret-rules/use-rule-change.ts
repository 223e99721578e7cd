import type { ApiError, Result } from '@waybill/api-client'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { showToast } from '../../shared/ui/messages/toast-store.ts'

interface RuleChange {
  isBusy: boolean
  /** What the server refused last. */
  error: ApiError | null
  change: (request: () => Promise<Result<unknown>>, said: string) => Promise<void>
}

/** Sends one change of the rules; once it is done, loads them anew, says so and calls `onDone`. */
export function useRuleChange(onDone: () => void): RuleChange {
  const { revalidate } = useRevalidator()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const change = async (request: () => Promise<Result<unknown>>, said: string) => {
    setIsBusy(true)
    const result = await request()
    if (result.ok) {
      await revalidate()
      showToast({ kind: 'success', title: said })
      onDone()
      return
    }
    setError(result.error)
    setIsBusy(false)
  }
  return { isBusy, error, change }
}
