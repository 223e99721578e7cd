import type { ApiError, Result } from '@waybill/api-client'
import { useRevalidator } from 'react-router'
import { forgetSession } from '../../session/load-session.ts'
import { showToast } from '../messages/toast-store.ts'
import { useSending } from './use-sending.ts'

interface Change {
  isBusy: boolean
  /** Why the server refused the last one. */
  error: ApiError | null
  change: (request: () => Promise<Result<unknown>>, said: string) => Promise<void>
}

/**
 * Sends one change of what the page shows; once it is done, loads that anew, says so and calls `onDone`. The session is loaded anew with
 * it: dialogs change which projects there are, what they are called and what one may do in them, too. `typed` is what a refusal belongs to.
 */
export function useChange(onDone?: () => void, typed?: string): Change {
  const { revalidate } = useRevalidator()
  const { isBusy, error, send, isOpen } = useSending(typed)
  const change: Change['change'] = (request, said) =>
    send(request, async () => {
      forgetSession()
      await revalidate()
      showToast({ kind: 'success', title: said })
      if (isOpen()) onDone?.()
    })
  return { isBusy, error, change }
}
