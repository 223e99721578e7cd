import type { ApiError, Result } from '@waybill/api-client'
import { useRevalidator } from 'react-router'
import { forgetSession } from '../../session/load-session.ts'
import { showToast } from '../messages/toast-store.ts'
import { useSending } from './use-sending.ts'

interface Change {
  isBusy: boolean
  /** What the server refused last. */
  error: ApiError | null
  change: (request: () => Promise<Result<unknown>>, said: string) => Promise<void>
}

/**
 * Sends one change of what the page shows; once it is done, loads that anew, says so and calls `onDone`. With it the session: what
 * projects there are, how they are called and what one may do there is changed by dialogs too.
 */
export function useChange(onDone: () => void): Change {
  const { revalidate } = useRevalidator()
  const { isBusy, error, send, isOpen } = useSending()
  const change: Change['change'] = (request, said) =>
    send(request, async () => {
      forgetSession()
      await revalidate()
      showToast({ kind: 'success', title: said })
      if (isOpen()) onDone()
    })
  return { isBusy, error, change }
}
