import { useEffect } from 'react'

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
  const control = places
    .filter((place) => place.isConnected)
    .map((place) => place.querySelector<HTMLElement>(CONTROLS))
    .find((found) => found !== null)
  const target = control ?? document.querySelector<HTMLElement>('main h1')
  target?.focus()
}

/** Whoever works by keyboard does not start at the top of the document because what had the focus is gone. */
export function useFocusAfterRemoval(): void {
  useEffect(() => {
    let last: { element: Element; places: readonly Element[] } | null = null
    const remember = ({ target }: FocusEvent) => {
      const isOnPage = target instanceof Element && target.closest('main') !== null
      last = isOnPage ? { element: target, places: placesAround(target) } : null
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
