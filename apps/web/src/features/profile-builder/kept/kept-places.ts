import { usePageSession } from '../../../shared/session/page-session.ts'

/**
 * The prefix of the storage keys for one user and profile: another user who signs in in this browser sees nothing of
 * them.
 */
const placesOf = (profileUid: string) =>
  `waybill.builder.${usePageSession.getState().session?.user.uid ?? ''}.${profileUid}.`

/** A storage key of its own for each page, so that no tab overwrites another's. Later keys sort after earlier ones. */
export function newPlace(profileUid: string): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
  return `${placesOf(profileUid)}${Date.now().toString(36)}-${random.toString(36)}`
}

/** Marks a key as belonging to an open page, until it is released or the page is closed. */
export function holdPlace(place: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  void withPlace(place, () => promise)
  return resolve
}

/** Lets this tab find its key again after a reload. */
export const rememberPlace = (profileUid: string, place: string) => sessionStorage.setItem(placesOf(profileUid), place)

/**
 * Passes on the key of a page that was closed: the last one of this tab, else the newest. Keys held by open pages are
 * left alone.
 */
export async function takeOver(profileUid: string, own: string, take: (place: string) => void): Promise<void> {
  const before = sessionStorage.getItem(placesOf(profileUid))
  const left = Object.keys(localStorage).filter((key) => key.startsWith(placesOf(profileUid)) && key !== own)
  // The page before a reload may still be closing, so its lock is awaited.
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

/** Pages without TLS have no locks: there, the first to come takes over. */
async function withPlace(place: string, act: () => unknown, options: LockOptions = {}): Promise<void> {
  if (!('locks' in navigator)) return void (await act())
  await navigator.locks.request(place, options, (lock) => (lock === null ? undefined : act()))
}
