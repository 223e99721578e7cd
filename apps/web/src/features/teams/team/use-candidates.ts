import { api, type ApiError } from '@waybill/api-client'
import type { ConsoleTeamBody, PersonBody } from '@waybill/api-contract'
import { useEffect, useState } from 'react'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'

const SHOWN = 50

interface Found {
  people: readonly PersonBody[]
  /** How many there are in all. */
  count: number
  failure: ApiError | null
}

/** People who are not in a team yet, of those whose name or e-mail holds a text. */
export function useCandidates({ members }: ConsoleTeamBody) {
  const scope = useScope()
  const [search, setSearch] = useState('')
  const [found, setFound] = useState<Found>({ people: [], count: -1, failure: null })
  useEffect(() => {
    const abort = new AbortController()
    void api.accounts
      .listPeople(connectionOf(scope), { query: { search, limit: SHOWN }, signal: abort.signal })
      .then((result) => {
        if (abort.signal.aborted) return
        if (!result.ok) return setFound({ people: [], count: -1, failure: result.error })
        const isIn = new Set(members.map(({ uid }) => uid))
        const people = result.value.items.filter(({ uid }) => !isIn.has(uid))
        const taken = result.value.items.length - people.length
        setFound({ people, count: result.value.listmeta.count - taken, failure: null })
      })
    return () => abort.abort()
  }, [scope, search, members])
  return { search, setSearch, ...found }
}
