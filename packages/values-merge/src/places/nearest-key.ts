import { keyOf, type Place } from './place.ts'

/** With more new keys than this, no replacement is suggested. */
const MAX_KEYS = 300

/**
 * The new key in theirs that most likely replaces one that is gone: the one with the same value, or else the most
 * similar name.
 */
export type NearestKey = (gone: Place, theirs: Place) => string | undefined

interface Candidate {
  key: string
  meaning: number
  pairs: string[]
}

/** Collects the candidates of every map in theirs once, however many keys are gone from it. */
export function nearestKeys(): NearestKey {
  const seen = new Map<Place, Candidate[]>()
  return (gone, theirs) => {
    const candidates = seen.get(theirs) ?? candidatesOf(gone, theirs)
    seen.set(theirs, candidates)
    const pairs = new Set(pairsOf(keyOf(gone).toLowerCase()))
    let best: { key: string; score: number } | undefined
    for (const candidate of candidates) {
      const score = alike(pairs, candidate.pairs) + (candidate.meaning === gone.meaning ? 0.3 : 0)
      if (score >= 0.5 && score > (best?.score ?? 0)) best = { key: candidate.key, score }
    }
    return best?.key
  }
}

function candidatesOf(gone: Place, theirs: Place): Candidate[] {
  const candidates: Candidate[] = []
  for (const [key, { meaning }] of theirs.byKey)
    if (!gone.parent?.byKey.has(key)) candidates.push({ key, meaning, pairs: pairsOf(key.toLowerCase()) })
  return candidates.length > MAX_KEYS ? [] : candidates
}

/** Whether two texts are more than half the same. */
export const isAlike = (one: string, other: string): boolean => alike(new Set(pairsOf(one)), pairsOf(other)) > 0.5

/** The share of letter pairs in common, from 0 to 1. */
function alike(pairs: ReadonlySet<string>, others: readonly string[]): number {
  const shared = others.filter((pair) => pairs.has(pair)).length
  return pairs.size + others.length === 0 ? 0 : (2 * shared) / (pairs.size + others.length)
}

function pairsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2))
}
