import { lineDiff } from './line-diff.ts'
import type { Place } from '../places/place.ts'

const NAMES = ['name', 'id', 'key', 'mountPath', 'containerPort', 'port', 'path', 'host']

/** The key whose value is unique among the maps of each list, so that it identifies them. */
export function identifyingKey(lists: readonly Place[]): string | undefined {
  return NAMES.find((name) =>
    lists.every((list) => {
      const maps = list.children.filter(({ kind }) => kind === 'map')
      const values = maps.map((item) => item.byKey.get(name))
      return (
        maps.length > 0 &&
        values.every((value) => value?.kind === 'scalar') &&
        new Set(values.map((value) => value?.meaning)).size === values.length
      )
    }),
  )
}

/** The identity of each item: its name, or else its value and the number of equal items before it. */
export function identities(list: Place, name: string | undefined): string[] {
  const seen = new Map<number, number>()
  return list.children.map((item) => {
    const meaning = (name === undefined ? undefined : item.byKey.get(name))?.meaning ?? item.meaning
    const count = (seen.get(meaning) ?? 0) + 1
    seen.set(meaning, count)
    return `${meaning}#${count}`
  })
}

/** An item of base, of the other list, or of both. */
export interface ListEdit {
  base: number | undefined
  other: number | undefined
}

/** The items of base and another list in order: kept, changed in place, removed or new. */
export function listEdits(before: string[], after: string[]): ListEdit[] {
  const edits: ListEdit[] = []
  let [base, other] = [0, 0]
  const keep = (until: number) => {
    while (base < until) edits.push({ base: base++, other: other++ })
  }
  for (const { was, now } of lineDiff(before, after)) {
    keep(was[0])
    const pairs = was[1] === now[1]
    for (let index = 0; index < was[1]; index += 1) edits.push({ base: base++, other: pairs ? other++ : undefined })
    while (other < now[0] + now[1]) edits.push({ base: undefined, other: other++ })
  }
  keep(before.length)
  return edits
}

/** Maps the items of another list to the same items in base. */
export function baseItems(base: Place, list: Place): Map<Place, Place> {
  const name = identifyingKey([base, list])
  const found = new Map<Place, Place>()
  for (const { base: index, other } of listEdits(identities(base, name), identities(list, name))) {
    const [was, now] = [base.children[index ?? -1], list.children[other ?? -1]]
    if (was && now) found.set(now, was)
  }
  return found
}
