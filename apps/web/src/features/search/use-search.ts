import { api, type ApiError } from '@waybill/api-client'
import type { SearchResultsBody } from '@waybill/api-contract'
import { useEffect, useState } from 'react'
import { connectionOf } from '../../shared/http/connection.ts'
import type { Scope } from '../../shared/session/scope.ts'

const PAUSE_MS = 200

interface Answer {
  text: string
  items: SearchResultsBody['items']
  error: ApiError | null
}

/** What the server finds, once one pauses; what was found before stays until then. */
export function useSearch(scope: Scope, typed: string) {
  const text = typed.trim()
  const [answer, setAnswer] = useState<Answer>({ text: '', items: [], error: null })
  useEffect(() => {
    const stale = new AbortController()
    const ask = async () => {
      const found =
        text.length < 2
          ? { ok: true as const, value: { items: [] } }
          : await api.overview.search(connectionOf(scope), { query: { q: text }, signal: stale.signal })
      if (stale.signal.aborted) return
      setAnswer({ text, items: found.ok ? found.value.items : [], error: found.ok ? null : found.error })
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stale.abort()
    }
  }, [scope, text])
  return { items: answer.items, error: answer.error, isSearching: answer.text !== text }
}
