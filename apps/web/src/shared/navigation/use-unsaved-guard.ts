import { type RefObject, useCallback } from 'react'
import { type Blocker, type BlockerFunction, useBeforeUnload, useBlocker } from 'react-router'

/** State of the navigation after saving: nothing is lost by it. */
export const SAVED = 'saved'

const isNotSaved: BlockerFunction = ({ nextLocation }) => nextLocation.state !== SAVED

/** For what stays as it is at another address of the same page. */
export const leavesPage: BlockerFunction = ({ currentLocation, nextLocation }) =>
  currentLocation.pathname !== nextLocation.pathname

/**
 * Asks before a page is left, in the console or out of it, while something on it is not saved. `loses` says which moves
 * within the console would lose it; it must keep its identity between renders.
 */
export function useUnsavedGuard(isUnsaved: boolean, loses: BlockerFunction = isNotSaved): Blocker {
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

/** The same for a page that goes on to another by itself after saving. Another address of the same page loses nothing. */
export function usePageGuard(isUnsaved: boolean, isSaved: RefObject<boolean>): Blocker {
  const loses = useCallback<BlockerFunction>((move) => !isSaved.current && leavesPage(move), [isSaved])
  return useUnsavedGuard(isUnsaved, loses)
}
