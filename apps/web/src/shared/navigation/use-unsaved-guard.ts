import { useCallback } from 'react'
import { type Blocker, useBeforeUnload, useBlocker } from 'react-router'

/** Asks before a page is left, in the console or out of it, while something on it is not saved. */
export function useUnsavedGuard(isUnsaved: boolean): Blocker {
  useBeforeUnload(
    useCallback(
      (event: BeforeUnloadEvent) => {
        if (isUnsaved) event.preventDefault()
      },
      [isUnsaved],
    ),
  )
  return useBlocker(isUnsaved)
}
