/** Takes the focus to the first field that has something wrong, once the page shows it. */
export function showFirstProblem(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(':is([role=dialog], main) [aria-invalid="true"]')?.focus()
  })
}
