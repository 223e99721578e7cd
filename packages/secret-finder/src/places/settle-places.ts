import { numbered, MASK } from '@waybill/layer-text'
import { stronger, surer } from './rank.ts'
import type { SecretPlace, SecretReason } from '../text-inspection.ts'

/**
 * Sorts places and removes overlaps: a place inside another is merged into it and may make its grounds stronger, and
 * overlapping parts become one place. Repeated paths are numbered, so that each names one place.
 */
export function settlePlaces(places: readonly SecretPlace[]): SecretPlace[] {
  return numbered(mergePlaces(places))
}

/** Sorts places and removes overlaps, but leaves their paths as they are. */
export function mergePlaces(places: readonly SecretPlace[]): SecretPlace[] {
  const sorted = places.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const settled: SecretPlace[] = []
  for (const place of sorted) {
    const before = settled.at(-1)
    if (!before || place.start >= before.end) settled.push(place)
    else settled[settled.length - 1] = joined(before, place)
  }
  return settled
}

function joined(before: SecretPlace, place: SecretPlace): SecretPlace {
  const source = stronger(before.source, place.source)
  const strength = surer(before.strength, place.strength)
  const isBefore = source === before.source && strength === before.strength
  const reason = isBefore ? before.reason : place.reason
  const both = { ...before, source, reason, strength, ...evidenceOfBoth(before, place) }
  if (place.end <= before.end) return both
  const replacement = before.replacement === MASK ? place.replacement : before.replacement
  return { ...both, end: place.end, replacement }
}

/** All reasons for a place, including `reason`. */
export function evidenceOf({ reason, evidence }: SecretPlace): readonly SecretReason[] {
  return evidence ?? [reason]
}

/** A secret is always a copy of itself, so 'copy' is dropped when there are other reasons. */
function evidenceOfBoth(before: SecretPlace, place: SecretPlace): Pick<SecretPlace, 'evidence'> {
  const all = new Set([...evidenceOf(before), ...evidenceOf(place)])
  if (all.size > 1) all.delete('copy')
  return all.size > 1 ? { evidence: [...all] } : {}
}
