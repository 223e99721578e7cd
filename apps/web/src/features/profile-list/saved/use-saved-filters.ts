import { api, type ApiError } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { awaitAnswer } from '../../../shared/http/use-answer.ts'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import type { ListQuery } from '../filters/list-query.ts'
import { fromSavedFilter, toSavedFilter } from './saved-filter.ts'

const UNKNOWN = 'This filter has conditions that the list cannot show. It works over the API.'

type Names = Awaited<ReturnType<typeof api.filters.listNames>>

/** The saved filters of the scope; `names` is null until they are loaded. */
export function useSavedFilters() {
  const scope = useScope()
  const [found, setFound] = useState<Names | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  useEffect(() => {
    const load = (signal: AbortSignal) => api.filters.listNames(connectionOf(scope), { signal })
    return awaitAnswer(load, setFound)
  }, [scope])
  /** Shows why it was refused, or the new list. */
  const settle = async (result: { ok: true } | { ok: false; error: ApiError }) => {
    setRefusal(result.ok ? null : failureLine(result.error))
    if (result.ok) setFound(await api.filters.listNames(connectionOf(scope)))
    return result.ok
  }
  const apply = async (uid: string): Promise<ListQuery | undefined> => {
    const saved = await api.filters.get(connectionOf(scope), { params: { uid } })
    const query = saved.ok ? fromSavedFilter(saved.value) : undefined
    if (query === undefined) setRefusal(saved.ok ? UNKNOWN : failureLine(saved.error))
    return query
  }
  const remove = async (uid: string) => settle(await api.filters.delete(connectionOf(scope), { params: { uid } }))
  const save = async (name: string, query: ListQuery) =>
    settle(await api.filters.create(connectionOf(scope), { body: toSavedFilter(name, query) }))
  return {
    names: found?.ok ? found.value.items : null,
    refusal: refusal ?? (found && !found.ok ? failureLine(found.error) : null),
    apply,
    remove,
    save,
  }
}
