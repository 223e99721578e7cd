/** State of a navigation that opens a tab or a dialog of the same page: neither focus nor page are taken away. */
export const stayOnPage = { staysOnPage: true } as const

export function isStayingOnPage(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'staysOnPage' in state && state.staysOnPage === true
}
