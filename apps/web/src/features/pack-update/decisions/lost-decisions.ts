import { placeName } from '../../../shared/ui/values-merge/merge-words.ts'
import { conflictKey, type MovingLayer } from './use-decisions.ts'

/** Places that were decided of a merge and are not in the one that was made anew, or read otherwise there. */
export function lostDecisions(before: readonly MovingLayer[], now: readonly MovingLayer[]): string[] {
  return before.flatMap(({ packName, merge, decisions }) => {
    const left = new Set(now.find((layer) => layer.packName === packName)?.merge.conflicts.map(conflictKey))
    const lost = merge.conflicts.filter((conflict, index) => decisions.has(index) && !left.has(conflictKey(conflict)))
    return lost.map(({ path }) => (before.length === 1 ? placeName(path) : `${placeName(path)} of ${packName}`))
  })
}
