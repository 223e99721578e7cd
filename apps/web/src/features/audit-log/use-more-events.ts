import { api, type ApiError } from '@waybill/api-client'
import type { AuditEventBody, AuditEventsBody, AuditFilter } from '@waybill/api-contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useConnection } from '../../shared/http/use-connection.ts'

interface More {
  /** The first page; another one, as after a change of filters, starts over. */
  first: AuditEventsBody
  items: readonly AuditEventBody[]
  next: string
  error: ApiError | null
}

/** The first page and those read after it. */
export function useMoreEvents(first: AuditEventsBody, filter: Partial<AuditFilter>) {
  const connection = useConnection()
  const [more, setMore] = useState<More>(() => startOf(first))
  const [isLoading, setIsLoading] = useState(false)
  const current = more.first === first ? more : startOf(first)
  const isBusy = useRef(false)
  const readOn = useCallback(async () => {
    if (isBusy.current || current.next === '') return
    isBusy.current = true
    setIsLoading(true)
    const page = await api.audits.listEvents(connection, { query: { ...filter, before: current.next } })
    isBusy.current = false
    setIsLoading(false)
    setMore(
      page.ok
        ? { first, items: [...current.items, ...page.value.items], next: page.value.next, error: null }
        : { ...current, error: page.error },
    )
  }, [connection, current, filter, first])
  return { items: current.items, hasMore: current.next !== '', error: current.error, isLoading, readOn }
}

const startOf = (first: AuditEventsBody): More => ({ first, items: first.items, next: first.next, error: null })

/** Calls back when the element comes near the screen. */
export function useNearScreen(call: () => void) {
  const [element, setElement] = useState<HTMLElement | null>(null)
  useEffect(() => {
    if (element === null) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && call(), { rootMargin: '400px' })
    observer.observe(element)
    return () => observer.disconnect()
  }, [element, call])
  return setElement
}
