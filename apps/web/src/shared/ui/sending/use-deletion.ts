import type { Result } from '@waybill/api-client'
import { useNavigate, useRevalidator } from 'react-router'
import { forgetSession } from '../../session/load-session.ts'
import { showToast } from '../messages/toast-store.ts'
import { useSending } from './use-sending.ts'

/** Deletes what a page is of, and leads to where it was listed: the page of what is gone is nothing to come back to. */
export function useDeletion(listPath: string) {
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const { isBusy, error, send, isOpen } = useSending()
  const remove = (request: () => Promise<Result<unknown>>, said: string) =>
    send(request, async () => {
      forgetSession()
      showToast({ kind: 'success', title: said })
      await (isOpen() ? navigate(listPath, { replace: true }) : revalidate())
    })
  return { isBusy, error, remove }
}
