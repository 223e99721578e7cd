import type { Json } from '../json-value.ts'

/** A change of one place in a value; undefined removes it. */
export type Change = (value: Json) => Json | undefined

/** The number of values inside a value, including itself. */
export function countPlaces(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values<Json>(value).reduce((sum: number, one) => sum + countPlaces(one), 1)
}

/** The value with a change at its `at`-th place, in the order in which places are written; 0 is the whole value. */
export function changedAt(value: Json, at: number, change: Change): Json | undefined {
  if (at === 0) return change(value)
  if (typeof value !== 'object' || value === null) return value
  let next = 1
  const entries = Object.entries<Json>(value).flatMap(([name, one]): [string, Json][] => {
    const first = next
    next += countPlaces(one)
    if (at < first || at >= next) return [[name, one]]
    const changed = changedAt(one, at - first, change)
    return changed === undefined ? [] : [[name, changed]]
  })
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries)
}
