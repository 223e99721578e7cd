/** On a busy machine, problems are rendered some frames after they are known. */
const FRAMES = 20

/** Focuses the first field with a problem, once it is rendered. */
export function showFirstProblem(within = FRAMES): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(':is([role=dialog], main) [aria-invalid="true"]')
    if (field) field.focus()
    else if (within > 1) showFirstProblem(within - 1)
  })
}
