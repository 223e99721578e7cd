/** Navigation state for opening a tab or dialog of the same page: the focus and the page stay. */
export const stayOnPage = { staysOnPage: true } as const

export function isStayingOnPage(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'staysOnPage' in state && state.staysOnPage === true
}
