import { useCallback, type RefObject } from 'react'
import type { BlockerFunction } from 'react-router'
import { useUnsavedGuard } from '../../shared/navigation/use-unsaved-guard.ts'

/** Asks before decisions are left that nobody applied; another layer or version is on the same page and loses none. */
export function useLeaveGuard(hasDecided: boolean, isApplied: RefObject<boolean>) {
  const loses = useCallback<BlockerFunction>(
    ({ currentLocation, nextLocation }) => !isApplied.current && currentLocation.pathname !== nextLocation.pathname,
    [isApplied],
  )
  return useUnsavedGuard(hasDecided, loses)
}
