import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * Moves the focus to the new page's heading, so that a screen reader says where one is. The first page is read from its
 * top anyway, and links that stay on a page (its tabs) ask with `state: { keepFocus: true }` to be left alone.
 */
export function useFocusOnNavigation(): void {
  const { pathname, state } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (isKeepingFocus(state)) return
    document.querySelector<HTMLElement>('main h1')?.focus()
  }, [pathname, state])
}

function isKeepingFocus(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'keepFocus' in state && state.keepFocus === true
}
