import { useEffect, useState } from 'react'
import type { Blocker } from 'react-router'
import { leavesPage, useUnsavedGuard } from '../../../shared/navigation/use-unsaved-guard.ts'
import { isStarted } from '../state/import-transitions.ts'
import { useImport } from '../state/import-store.ts'

const KEY = 'waybill.import-started'

function takeReloadMark(): boolean {
  const wasStarted = sessionStorage.getItem(KEY) !== null
  sessionStorage.removeItem(KEY)
  return wasStarted
}

/** Asks before a started import is left, and remembers only that one was started, to say so after a reload. */
export function useLeaveGuard(): { blocker: Blocker; wasReloaded: boolean } {
  const started = useImport(({ stage }) => isStarted(stage))
  const [wasReloaded] = useState(takeReloadMark)

  useEffect(() => {
    if (!started) return
    sessionStorage.setItem(KEY, '1')
    return () => sessionStorage.removeItem(KEY)
  }, [started])

  return { blocker: useUnsavedGuard(started, leavesPage), wasReloaded }
}
