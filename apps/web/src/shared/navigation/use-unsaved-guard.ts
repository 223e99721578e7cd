import { useCallback } from 'react'
import { type Blocker, type BlockerFunction, useBeforeUnload, useBlocker } from 'react-router'

const everyMove = () => true

/**
 * Asks before a page is left, in the console or out of it, while something on it is not saved. `loses` says which moves
 * within the console would lose it; it must keep its identity between renders.
 */
export function useUnsavedGuard(isUnsaved: boolean, loses: BlockerFunction = everyMove): Blocker {
  useBeforeUnload(
    useCallback(
      (event: BeforeUnloadEvent) => {
        if (isUnsaved) event.preventDefault()
      },
      [isUnsaved],
    ),
  )
  return useBlocker(useCallback((move) => isUnsaved && loses(move), [isUnsaved, loses]))
}
