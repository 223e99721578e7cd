const KEY = 'waybill.next'

/** The provider always redirects to the same address, so the page to open afterwards is kept in the tab. */
export const keepNextPage = (): void => sessionStorage.setItem(KEY, window.location.search)

/** The query of the address at which the sign-in started; can be read once. */
export function takeNextPage(): string {
  const kept = sessionStorage.getItem(KEY) ?? ''
  sessionStorage.removeItem(KEY)
  return kept
}
