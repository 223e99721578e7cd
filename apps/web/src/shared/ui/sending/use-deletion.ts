import type { Result } from '@waybill/api-client'
import { useNavigate, useRevalidator } from 'react-router'
import { forgetSession } from '../../session/load-session.ts'
import { showToast } from '../messages/toast-store.ts'
import { useSending } from './use-sending.ts'

/** Deletes the object of a page, and returns to its list, since the page no longer exists. */
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
