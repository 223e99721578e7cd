/** Runs after a closing dialog has returned the focus, which would otherwise move it away again. */
export const afterDialog = (act: () => void) => setTimeout(() => requestAnimationFrame(act))
