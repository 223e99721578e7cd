import type { TextPlace } from '../state/text-places.ts'
import type { TextProblem } from './text-problems.ts'

export interface PlacedProblem extends TextProblem {
  place: TextPlace
}

/** What refuses to be saved. */
export const errorsOf = (problems: readonly PlacedProblem[]) => problems.filter(({ severity }) => severity === 'error')
