import { api, type ApiError } from '@waybill/api-client'
import type { AuditEventBody, AuditEventsBody, AuditFilter } from '@waybill/api-contract'
import { useEffect, useState } from 'react'
import { useConnection } from '../../shared/http/use-connection.ts'
import { useOnceAtATime } from '../../shared/ui/sending/use-once-at-a-time.ts'

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
  const { isBusy, once } = useOnceAtATime()
  const current = more.first === first ? more : startOf(first)
  const readOn = () =>
    once(async () => {
      const page = await api.audits.listEvents(connection, { query: { ...filter, before: current.next } })
      setMore(
        page.ok
          ? { first, items: [...current.items, ...page.value.items], next: page.value.next, error: null }
          : { ...current, error: page.error },
      )
    })
  return { items: current.items, hasMore: current.next !== '', error: current.error, isLoading: isBusy, readOn }
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
