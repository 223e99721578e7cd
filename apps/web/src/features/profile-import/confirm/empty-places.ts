import type { ImportDecisionsBody, ImportPlanBody } from '@waybill/api-contract'
import { maskedPlace } from '../state/masked-place.ts'

/** Masked places that stay empty, by their own decision or by the one for the rest: `hello › charts.hello.password`. */
export function emptyPlaces(plan: ImportPlanBody, decisions: ImportDecisionsBody): readonly string[] {
  const decided = new Map(decisions.masks?.map(({ place, action }) => [place, action]))
  return plan.masked
    .filter(({ id }) => (decided.get(id) ?? decisions.remainingMasks) === 'leave-empty')
    .map(maskedPlace)
}
