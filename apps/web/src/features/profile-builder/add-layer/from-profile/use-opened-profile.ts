import type { ApiError } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { connectionOf } from '../../../../shared/http/connection.ts'
import type { FoundProfile } from '../../../../shared/profiles/found-profiles.tsx'
import { openProfile } from '../../save/sending/open-profile.ts'
import type { OpenedLayer } from '../../state/builder-texts.ts'

type Opened =
  { state: 'asking' } | { state: 'failed'; error: ApiError } | { state: 'read'; layers: readonly OpenedLayer[] }

/** The layers of a profile that was found, as its reader may see them. */
export function useOpenedProfile({ uid, scope }: FoundProfile): Opened {
  const [opened, setOpened] = useState<Opened>({ state: 'asking' })
  useEffect(() => {
    const stopped = new AbortController()
    const read = async () => {
      const result = await openProfile(connectionOf(scope), uid, stopped.signal)
      if (stopped.signal.aborted) return
      setOpened(result.ok ? { state: 'read', layers: result.value.layers } : { state: 'failed', error: result.error })
    }
    void read()
    return () => stopped.abort()
  }, [uid, scope])
  return opened
}
