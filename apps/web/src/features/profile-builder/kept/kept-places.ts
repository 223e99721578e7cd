import { useRenewal } from '../../../shared/session/session-renewal.ts'

/** Where the pages of a person and profile keep what is typed: who signs in next in this browser sees nothing of it. */
const placesOf = (profileUid: string) => `waybill.builder.${useRenewal.getState().user?.uid ?? ''}.${profileUid}.`

/** The place of one page alone, so that no tab writes over what another keeps. Later ones sort behind earlier ones. */
export function newPlace(profileUid: string): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
  return `${placesOf(profileUid)}${Date.now().toString(36)}-${random.toString(36)}`
}

/** Marks a place as that of a page that is open, until it is let go or the page is gone. */
export function holdPlace(place: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  void withPlace(place, () => promise)
  return resolve
}

/** This tab finds its place again after a reload. */
export const rememberPlace = (profileUid: string, place: string) => sessionStorage.setItem(placesOf(profileUid), place)

/**
 * Hands over what a page that is gone has kept: what this tab kept before, else the newest. What another page holds stays with that.
 */
export async function takeOver(profileUid: string, own: string, take: (place: string) => void): Promise<void> {
  const before = sessionStorage.getItem(placesOf(profileUid))
  const left = Object.keys(localStorage).filter((key) => key.startsWith(placesOf(profileUid)) && key !== own)
  // The page before a reload may still be going: its place is waited for.
  if (before !== null && left.includes(before)) return withPlace(before, () => take(before))
  for (const place of left.toSorted().toReversed()) {
    let isTaken = false
    const takeFree = () => {
      isTaken = true
      take(place)
    }
    await withPlace(place, takeFree, { ifAvailable: true })
    if (isTaken) return
  }
}

/** Pages without TLS have no locks: there, whoever comes takes. */
async function withPlace(place: string, act: () => unknown, options: LockOptions = {}): Promise<void> {
  if (!('locks' in navigator)) return void (await act())
  await navigator.locks.request(place, options, (lock) => (lock === null ? undefined : act()))
}
