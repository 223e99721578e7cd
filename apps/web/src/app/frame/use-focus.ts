import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { isStayingOnPage } from '../../shared/navigation/stay-on-page.ts'

/**
 * Moves the focus to the new page's heading, so that a screen reader announces it. The first page is announced anyway.
 * A page opened at a part named in the address scrolls there itself.
 */
export function useFocusOnNavigation(): void {
  const { pathname, hash, state } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (isStayingOnPage(state)) return
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: hash !== '' })
  }, [pathname, hash, state])
}

const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, [tabindex="0"]'

/** Further away than the next row, a text field would take keys that are meant for the page, and open a phone's keyboard. */
const UNTYPED_CONTROLS = 'a[href], button, [type=checkbox], [tabindex="0"]'

interface Place {
  element: Element
  controls: string
}

/**
 * Where the focus goes when `element` is removed: to its row's neighbours, then the elements around it, then the page's
 * heading.
 */
function placesAround(element: Element): Place[] {
  const row = element.closest('li, tr')
  const places: Place[] = [row?.nextElementSibling, row?.previousElementSibling]
    .filter((neighbour) => neighbour != null)
    .map((neighbour) => ({ element: neighbour, controls: CONTROLS }))
  for (let parent = element.parentElement; parent && parent.tagName !== 'MAIN'; parent = parent.parentElement) {
    places.push({ element: parent, controls: UNTYPED_CONTROLS })
  }
  return places
}

function focusNear(places: readonly Place[]): void {
  const controls = places
    .filter(({ element }) => element.isConnected)
    .flatMap(({ element, controls: selector }) => [...element.querySelectorAll<HTMLElement>(selector)])
  const heading = document.querySelector<HTMLElement>('main h1')
  // A hidden control does not take the focus; one with a negative tabIndex is not meant for the keyboard.
  if (!controls.filter(({ tabIndex }) => tabIndex >= 0).some(takesFocus)) heading?.focus()
}

function takesFocus(control: HTMLElement): boolean {
  control.focus()
  return document.activeElement === control
}

/** Keeps keyboard users near the element that was removed, instead of at the top of the document. */
export function useFocusAfterRemoval(): void {
  useEffect(() => {
    let last: { element: Element; places: readonly Place[] } | null = null
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      // A closing dialog returns the focus to the element that opened it, which may have been removed with its row.
      const isOnPage = target.closest('main') !== null
      last = { element: target, places: isOnPage ? placesAround(target) : (last?.places ?? []) }
    }
    const look = () => {
      if (last === null || last.element.isConnected || document.activeElement !== document.body) return
      const { places } = last
      last = null
      focusNear(places)
    }
    // The element's replacement may take the focus itself, and has done so by the next frame.
    const observer = new MutationObserver(() => last?.element.isConnected === false && requestAnimationFrame(look))
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [])
}
