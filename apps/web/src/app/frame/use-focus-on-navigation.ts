import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { isStayingOnPage } from '../../shared/navigation/stay-on-page.ts'

/** Moves the focus to the new page's heading, so that a screen reader says where one is. The first page is read anyway. */
export function useFocusOnNavigation(): void {
  const { pathname, state } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (!isStayingOnPage(state)) document.querySelector<HTMLElement>('main h1')?.focus()
  }, [pathname, state])
}
