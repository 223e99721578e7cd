/** Appends ` (2)`, ` (3)` … to repeated paths. */
export function numbered<Place extends { path: string }>(places: readonly Place[]): Place[] {
  const counts = new Map<string, number>()
  return places.map((place) => {
    const count = (counts.get(place.path) ?? 0) + 1
    counts.set(place.path, count)
    return count === 1 ? place : { ...place, path: `${place.path} (${count})` }
  })
}

/** A path without the number that `numbered` appended. */
export const unnumbered = (path: string): string => path.replace(/ \(\d+\)$/, '')
