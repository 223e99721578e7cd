const FIRST_CONTROL = 'input, select, button'

/** Scrolls to the first unsettled row and focuses its remedy. */
export function showOpenRow(): void {
  const row = document.querySelector('[data-open="true"]')
  row?.scrollIntoView({ block: 'center' })
  row?.querySelector<HTMLElement>(FIRST_CONTROL)?.focus({ preventScroll: true })
}
