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

const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, [tabindex="0"]'

/** Where to go when `element` is taken away: its row's neighbours, then what stood around it, then the page's heading. */
function placesAround(element: Element): Element[] {
  const row = element.closest('li, tr')
  const around: Element[] = []
  for (let parent = element.parentElement; parent && parent.tagName !== 'MAIN'; parent = parent.parentElement) {
    around.push(parent)
  }
  return [row?.nextElementSibling, row?.previousElementSibling, ...around].filter((each) => each != null)
}

function focusNear(places: readonly Element[]): void {
  const controls = places
    .filter((place) => place.isConnected)
    .flatMap((place) => [...place.querySelectorAll<HTMLElement>(CONTROLS)])
  const heading = document.querySelector<HTMLElement>('main h1')
  // One that is not shown does not take it; one out of the order of Tab is for no hands.
  if (!controls.filter(({ tabIndex }) => tabIndex >= 0).some(takesFocus)) heading?.focus()
}

function takesFocus(control: HTMLElement): boolean {
  control.focus()
  return document.activeElement === control
}

/** Whoever works by keyboard does not start at the top of the document because what had the focus is gone. */
export function useFocusAfterRemoval(): void {
  useEffect(() => {
    let last: { element: Element; places: readonly Element[] } | null = null
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      // From a dialog the focus goes back to where it was opened, which may be gone with the row.
      const isOnPage = target.closest('main') !== null
      last = { element: target, places: isOnPage ? placesAround(target) : (last?.places ?? []) }
    }
    const look = () => {
      if (last === null || last.element.isConnected || document.activeElement !== document.body) return
      const { places } = last
      last = null
      focusNear(places)
    }
    // What replaces the element may take the focus itself, which is done by the next frame.
    const observer = new MutationObserver(() => last?.element.isConnected === false && requestAnimationFrame(look))
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [])
}
