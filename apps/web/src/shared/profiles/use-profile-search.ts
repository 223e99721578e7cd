import { api, type ApiError } from '@waybill/api-client'
import type { ProfileSummaryBody } from '@waybill/api-contract'
import { useEffect, useState } from 'react'
import { connectionOf } from '../http/connection.ts'
import type { Scope } from '../session/scope.ts'

type Found =
  { state: 'loading' } | { state: 'failed'; error: ApiError } | { state: 'found'; items: readonly ProfileSummaryBody[] }

/** More are found by typing more. */
const MOST = 10

/** The first profiles of a scope that a text is found in. */
export function useProfileSearch({ kind, uid }: Pick<Scope, 'kind' | 'uid'>, search: string): Found {
  const [found, setFound] = useState<Found>({ state: 'loading' })
  useEffect(() => {
    const abort = new AbortController()
    const filter = search === '' ? {} : { search }
    void api.profiles
      .search(connectionOf({ kind, uid }), {
        query: { limit: MOST, offset: 0 },
        body: { filter },
        signal: abort.signal,
      })
      .then((result) => {
        if (abort.signal.aborted) return
        setFound(result.ok ? { state: 'found', items: result.value.items } : { state: 'failed', error: result.error })
      })
    return () => abort.abort()
  }, [kind, uid, search])
  return found
}
