import { api, type ApiError } from '@waybill/api-client'
import type { SearchResultsBody } from '@waybill/api-contract'
import { useEffect, useState } from 'react'
import { awaitAnswer } from '../../shared/http/use-answer.ts'
import { connectionOf } from '../../shared/http/connection.ts'
import type { Scope } from '../../shared/session/scope.ts'

const SEARCH_PAUSE_MS = 200

interface Answer {
  text: string
  items: SearchResultsBody['items']
  error: ApiError | null
}

/** The server's results after a pause in typing; earlier results are shown until then. */
export function useSearch(scope: Scope, typed: string) {
  const text = typed.trim()
  const [answer, setAnswer] = useState<Answer>({ text: '', items: [], error: null })
  useEffect(() => {
    const ask = async (signal: AbortSignal): Promise<Answer> => {
      if (text.length < 2) return { text, items: [], error: null }
      const found = await api.overview.search(connectionOf(scope), { query: { q: text }, signal })
      return found.ok ? { text, items: found.value.items, error: null } : { text, items: [], error: found.error }
    }
    return awaitAnswer(ask, setAnswer, SEARCH_PAUSE_MS)
  }, [scope, text])
  return { items: answer.items, error: answer.error, isSearching: answer.text !== text }
}
