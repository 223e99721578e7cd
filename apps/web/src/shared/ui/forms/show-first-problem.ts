/** Takes the focus to the first field that has something wrong, once the page shows it. */
export function showFirstProblem(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus()
  })
}
