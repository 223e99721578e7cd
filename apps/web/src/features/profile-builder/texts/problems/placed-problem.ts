import type { TextPlace } from '../../state/text-places.ts'
import type { TextProblem } from './text-problems.ts'

export interface PlacedProblem extends TextProblem {
  place: TextPlace
}

/** What refuses to be saved. */
export const errorsOf = (problems: readonly PlacedProblem[]) => problems.filter(({ severity }) => severity === 'error')

/** What refuses nothing, and is worth a look before it is saved. */
export const warningsOf = (problems: readonly PlacedProblem[]) =>
  problems.filter(({ severity }) => severity === 'warning')

/** Place by place, each from the top down, whoever found them. */
export function inOrder(problems: readonly PlacedProblem[]): PlacedProblem[] {
  const places = Map.groupBy(problems, ({ place }) => place.key)
  return [...places.values()].flatMap((found) => found.toSorted((a, b) => a.offset - b.offset))
}
