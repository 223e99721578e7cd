import type { TextPlace } from '../../state/text-places.ts'
import type { TextProblem } from './text-problems.ts'

export interface PlacedProblem extends TextProblem {
  place: TextPlace
}

/** Problems that block saving. */
export const errorsOf = (problems: readonly PlacedProblem[]) => problems.filter(({ severity }) => severity === 'error')

/** Problems that do not block saving, but are worth a look first. */
export const warningsOf = (problems: readonly PlacedProblem[]) =>
  problems.filter(({ severity }) => severity === 'warning')

/** Sorts by place, then by line, whoever found the problem. */
export function inOrder(problems: readonly PlacedProblem[]): PlacedProblem[] {
  const places = Map.groupBy(problems, ({ place }) => place.key)
  return [...places.values()].flatMap((found) => found.toSorted((a, b) => a.offset - b.offset))
}
