import type { ApiError, Result } from '@waybill/api-client'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { forgetSession } from '../../session/load-session.ts'
import { showToast } from '../messages/toast-store.ts'

/** Deletes what a page is of, and leads to where it was listed: the page of what is gone is nothing to come back to. */
export function useDeletion(listPath: string) {
  const navigate = useNavigate()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const remove = async (request: () => Promise<Result<unknown>>, said: string) => {
    setIsBusy(true)
    const result = await request()
    setIsBusy(false)
    if (!result.ok) return setError(result.error)
    forgetSession()
    showToast({ kind: 'success', title: said })
    await navigate(listPath, { replace: true })
  }
  return { isBusy, error, remove }
}
