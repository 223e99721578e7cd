import { type RefObject, useCallback } from 'react'
import { type Blocker, type BlockerFunction, useBeforeUnload, useBlocker } from 'react-router'

/** Navigation state after saving, when nothing can be lost. */
export const SAVED = 'saved'

const isNotSaved: BlockerFunction = ({ nextLocation }) => nextLocation.state !== SAVED

/** For changes that survive a new address of the same page. */
export const leavesPage: BlockerFunction = ({ currentLocation, nextLocation }) =>
  currentLocation.pathname !== nextLocation.pathname

/**
 * Asks before a page with unsaved changes is left, within the console or out of it. `loses` says which navigations
 * within the console would lose them; it must keep its identity between renders.
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

/** The same for a page that navigates away after saving. Another address of the same page loses nothing. */
export function usePageGuard(isUnsaved: boolean, isSaved: RefObject<boolean>): Blocker {
  const loses = useCallback<BlockerFunction>((move) => !isSaved.current && leavesPage(move), [isSaved])
  return useUnsavedGuard(isUnsaved, loses)
}
