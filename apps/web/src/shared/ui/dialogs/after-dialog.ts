/** Once a dialog that closes has given the focus back, which would take it from the place again. */
export const afterDialog = (act: () => void) => setTimeout(() => requestAnimationFrame(act))
