import { useLayoutEffect, useRef } from 'react'

const CONTROLS = 'input, select, textarea, button, a[href], [contenteditable="true"]'

/**
 * Takes the focus into the dialog it stands in, unless a field there has it already: to the first control that can be used, or to the
 * last where it asks before something is lost. The cross comes before all of them, and is nothing that one opens a dialog for.
 */
export function FirstFocus({ wanted }: { wanted: 'first' | 'last' }) {
  const mark = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const box = mark.current?.closest<HTMLElement>('[role="dialog"]')
    if (!box || box.contains(document.activeElement)) return
    const controls = ['body', 'footer'].flatMap((part) => controlsIn(box, `.pf-v6-c-modal-box__${part}`))
    const control = wanted === 'last' ? controls.at(-1) : controls[0]
    control?.focus({ preventScroll: true })
  }, [wanted])
  return <span ref={mark} hidden />
}

const controlsIn = (box: HTMLElement, part: string) =>
  [...(box.querySelector(part)?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])].filter((control) =>
    isUsable(box, control),
  )

/** Of several radios the chosen one stands for all. */
function isUsable(box: HTMLElement, control: HTMLElement): boolean {
  if (control.matches(':disabled, [aria-disabled="true"], [readonly], [tabindex="-1"]')) return false
  const group = control.getAttribute('name')
  if (group === null || !control.matches('[type="radio"]:not(:checked)')) return true
  return box.querySelector(`[name="${group}"]:checked`) === null
}
