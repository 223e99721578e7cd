import { api, type ApiError } from '@waybill/api-client'
import type { RevealInput } from '@waybill/api-contract'
import { useEffect, useState } from 'react'
import { connectionOf } from '../../http/connection.ts'
import { useScope } from '../../session/scope-context.ts'
import { useOnceAtATime } from '../sending/use-once-at-a-time.ts'

interface Reveal {
  /** Kept only in the component's state, never in a cache. */
  value: string | null
  error: ApiError | null
  isBusy: boolean
  show: () => Promise<void>
  hide: () => void
}

/** One masked value, requested when a user wants to see it, and dropped when the page is left or hidden. */
export function useReveal(profileUid: string, place: RevealInput): Reveal {
  const scope = useScope()
  const [value, setValue] = useState<string | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const { isBusy, once } = useOnceAtATime()
  useEffect(() => {
    const hideBehind = () => {
      if (document.hidden) setValue(null)
    }
    document.addEventListener('visibilitychange', hideBehind)
    return () => document.removeEventListener('visibilitychange', hideBehind)
  }, [])
  const show = () =>
    once(async () => {
      const result = await api.secrets.reveal(connectionOf(scope), { params: { uid: profileUid }, body: place })
      setValue(result.ok && !document.hidden ? result.value.value : null)
      setError(result.ok ? null : result.error)
    })
  return { value, error, isBusy, show, hide: () => setValue(null) }
}
