import { useLayoutEffect, useRef } from 'react'

const CONTROLS = 'input, select, textarea, button, a[href], [contenteditable="true"]'

/**
 * Moves the focus into its dialog, unless a field there already has it: to the first usable control, or to the last in
 * a dialog that warns about a loss. The close button, although first, is never what a dialog was opened for.
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

/** In a group of radio buttons, only the checked one counts. */
function isUsable(box: HTMLElement, control: HTMLElement): boolean {
  if (control.matches(':disabled, [aria-disabled="true"], [readonly], [tabindex="-1"]')) return false
  const group = control.getAttribute('name')
  if (group === null || !control.matches('[type="radio"]:not(:checked)')) return true
  return box.querySelector(`[name="${group}"]:checked`) === null
}
