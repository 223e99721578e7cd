const KEY = 'waybill.next'

/** The provider sends everybody back to the same address: where one wanted to go stays in the tab. */
export const keepNextPage = (): void => sessionStorage.setItem(KEY, window.location.search)

/** The query of the address that one signed in from; once. */
export function takeNextPage(): string {
  const kept = sessionStorage.getItem(KEY) ?? ''
  sessionStorage.removeItem(KEY)
  return kept
}
