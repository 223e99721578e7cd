import type { ApiError, Result } from '@waybill/api-client'
import { useRevalidator } from 'react-router'
import { forgetSession } from '../../session/load-session.ts'
import { showToast } from '../messages/toast-store.ts'
import { useSending } from './use-sending.ts'

interface Change {
  isBusy: boolean
  /** Why the server refused the last change. */
  error: ApiError | null
  change: (request: () => Promise<Result<unknown>>, said: string) => Promise<void>
}

/**
 * Sends one change of the page's data; then reloads the page, confirms the change and calls `onDone`. The session is
 * reloaded too, since dialogs also change the names and number of projects, and the user's permissions in them. `typed`
 * is the input that a refusal refers to.
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
