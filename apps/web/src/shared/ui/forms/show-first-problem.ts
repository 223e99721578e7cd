/** An answer's problems are drawn some frames after they are known, on a busy machine. */
const FRAMES = 20

/** Takes the focus to the first field that has something wrong, once the page shows it. */
export function showFirstProblem(within = FRAMES): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(':is([role=dialog], main) [aria-invalid="true"]')
    if (field) field.focus()
    else if (within > 1) showFirstProblem(within - 1)
  })
}
