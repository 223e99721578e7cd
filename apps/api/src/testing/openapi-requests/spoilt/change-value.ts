import type { Json } from '../json-value.ts'

/** What is done to one place of a value; undefined takes it away. */
export type Change = (value: Json) => Json | undefined

/** How many values there are in a value, counting itself. */
export function countPlaces(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values<Json>(value).reduce((sum: number, one) => sum + countPlaces(one), 1)
}

/** The value with a change at the place that comes `at` in the order in which they are written; 0 is the whole. */
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
