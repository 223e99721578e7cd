import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { useEffect, useRef } from 'react'
import { foundText, isActive } from '../../shared/registries/sync/sync-words.ts'
import { announcement } from './table/registry-rows.ts'

/** Progress is announced no more often than this; starts and ends at once. */
const PROGRESS_EVERY_MS = 10_000

interface Said {
  key: string
  at: number
}

/** Announces changes in the table to screen readers, without talking all the time. */
export function SyncAnnouncer({ registries }: { registries: readonly ConsoleRegistryBody[] }) {
  const said = useRef<Map<string, Said> | null>(null)
  const region = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const now = performance.now()
    const isFirst = said.current === null
    said.current ??= new Map()
    const news: string[] = []
    for (const registry of registries) {
      if (registry.sync === null) continue
      const before = said.current.get(registry.uid)
      const key = `${registry.sync.uid} ${registry.sync.state}`
      const isDue = isActive(registry.sync) && now - (before?.at ?? 0) >= PROGRESS_EVERY_MS
      if (before?.key === key && !isDue) continue
      said.current.set(registry.uid, { key, at: now })
      // The initial state is read with the rest of the page.
      if (!isFirst) news.push(announcement(registry, foundText(registry.sync)))
    }
    if (news.length > 0 && region.current) region.current.textContent = news.join(' ')
  }, [registries])
  return <div ref={region} role="status" aria-live="polite" className="pf-v6-screen-reader" />
}
