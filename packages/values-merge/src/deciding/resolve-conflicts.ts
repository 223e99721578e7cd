import { holdsDecided, placedText, placeKey, placesByOffset, type Decided } from './holds-decided.ts'
import type { MergeConflict, ValuesMerge } from '../merge-values.ts'
import { moved } from '../places/written-value.ts'
import type { Place, PlacedText } from '../places/place.ts'
import { putBack, type PutBack } from './put-back.ts'
import { cutsBehindDashes } from '../merging/edits/cut-behind-dash.ts'
import { cutEmptied, cutOf } from '../merging/edits/remove-place.ts'
import { lineEndsOf } from '../places/line-ends.ts'
import { applySplices, movedOffsets, type Splice } from '../places/splice.ts'

/** The choice for one conflict: one side, both if possible, or a text as it would be written after the colon. */
export type MergeDecision = 'mine' | 'theirs' | 'both' | { text: string }

/**
 * The text with all decisions applied; `valid` is false when it is invalid YAML or a decided value is not in its place.
 */
export type ResolvedValues = { valid: boolean; text: string }

/**
 * Applies decisions, by the index of their conflict, to a merged text. Undecided conflicts keep theirs. Never throws.
 */
export function resolveConflicts(merge: ValuesMerge, decisions: ReadonlyMap<number, MergeDecision>): ResolvedValues {
  const whole = decidedWhole(merge, decisions.get(0))
  if (whole !== undefined) return { valid: placedText(whole) !== undefined, text: whole }
  const merged = placedText(merge.text)?.text
  const decided = merged && decidedPlaces(merge, merged, decisions)
  const written = lineEndsOf(merge.text)
  const splices = decided && splicesOf(merged, decided)?.map((splice) => ({ ...splice, text: written(splice.text) }))
  const text = splices && applySplices(merge.text, splices)
  if (!splices || text === undefined) return { valid: false, text: merge.text }
  return { valid: holdsDecided(text, decided, movedOffsets(splices)), text }
}

function decidedWhole({ conflicts }: ValuesMerge, decision: MergeDecision | undefined): string | undefined {
  const [conflict] = conflicts
  if (conflict?.kind !== 'text' || decision === undefined || decision === 'both') return undefined
  return typeof decision === 'string' ? conflict[decision] : decision.text
}

/** Undefined when a decision cannot be applied. */
function decidedPlaces(
  merge: ValuesMerge,
  merged: PlacedText,
  decisions: ReadonlyMap<number, MergeDecision>,
): Decided[] | undefined {
  const places = placesByOffset(merged)
  const decided: Decided[] = []
  for (const [index, decision] of decisions) {
    const conflict = merge.conflicts[index]
    if (!conflict || decision === 'theirs') continue
    const place = places.get(placeKey({ ...conflict.place, document: conflict.document }))
    const text = typeof decision === 'string' ? conflict[decision] : decision.text
    if (!place || text === undefined) return undefined
    decided.push({ conflict, place, text, isCut: conflict.kind === 'removed-and-changed' && decision === 'mine' })
  }
  return decided
}

function splicesOf(merged: PlacedText, decided: readonly Decided[]): Splice[] | undefined {
  const missing: PutBack[] = []
  const cuts = new Map<Place, Splice>()
  const splices: Splice[] = []
  for (const { conflict, place, text, isCut } of decided) {
    const rest = conflict.path.slice(conflict.place.depth)
    if (isCut) cuts.set(place, cutOf(merged, place))
    else if (rest.length > 0) missing.push({ place, rest, text, column: conflict.column })
    else splices.push(replaced(conflict, place, text))
  }
  const back = putBack(merged, missing)
  if (!back) return undefined
  const left = cutEmptied(merged, cuts, new Set(missing.map(({ place }) => place)))
  return cutsBehindDashes(merged, cuts, [...splices, ...left, ...back])
}

function replaced({ kind, column, range }: MergeConflict, place: Place, text: string): Splice {
  if (kind === 'removed-and-changed') return { start: place.from, end: place.end, text }
  if (kind === 'changed') return { start: place.from, end: place.end, text: moved(text, place.column - column) }
  return { ...range, text }
}
