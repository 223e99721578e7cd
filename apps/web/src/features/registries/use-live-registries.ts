import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { listenToSyncs } from '../../shared/registries/sync/sync-events.ts'
import { isActive } from '../../shared/registries/sync/sync-words.ts'
import { type Runs, withRuns } from './table/registry-rows.ts'

/** The server ends every stream now and then, and the browser reconnects at once. */
const PATIENCE_MS = 6_000

interface LiveRegistries {
  registries: readonly ConsoleRegistryBody[]
  /** False while no events arrive; runs continue, but their progress is not shown. */
  isLive: boolean
}

/** The loaded registries, kept up to date by the server's events; counts are reloaded when a run ends. */
export function useLiveRegistries(loaded: readonly ConsoleRegistryBody[]): LiveRegistries {
  const [runs, setRuns] = useState<Runs>(new Map())
  const [isLive, setIsLive] = useState(true)
  const { revalidate } = useRevalidator()
  const reload = useRef(revalidate)
  useEffect(() => {
    reload.current = revalidate
  }, [revalidate])
  useEffect(() => {
    let wasCut = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = listenToSyncs({
      onRun: (run) => {
        setRuns((before) => new Map(before).set(run.registryUid, run))
        if (!isActive(run)) void reload.current()
      },
      onConnection: (isConnected) => {
        clearTimeout(timer)
        if (isConnected) setIsLive(true)
        else timer = setTimeout(() => setIsLive(false), PATIENCE_MS)
        if (isConnected && wasCut) void reload.current()
        wasCut = !isConnected
      },
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  const registries = useMemo(() => withRuns(loaded, runs), [loaded, runs])
  return { registries, isLive }
}
