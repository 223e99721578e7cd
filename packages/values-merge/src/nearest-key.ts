import type { Place } from './place.ts'

/** The key new in theirs that most likely took over from one that is gone: the same value, or else the most alike name. */
export function nearestKey(gone: Place, theirs: Place): string | undefined {
  const known = gone.parent?.byKey
  const name = String(gone.path.at(-1)).toLowerCase()
  let best: { key: string; score: number } | undefined
  for (const [key, place] of theirs.byKey) {
    if (known?.has(key)) continue
    const score = alike(name, key.toLowerCase()) + (place.meaning === gone.meaning ? 0.3 : 0)
    if (score >= 0.5 && score > (best?.score ?? 0)) best = { key, score }
  }
  return best?.key
}

/** Shared pairs of letters, from 0 to 1. */
function alike(one: string, other: string): number {
  const pairs = new Set(pairsOf(one))
  const others = pairsOf(other)
  const shared = others.filter((pair) => pairs.has(pair)).length
  return pairs.size + others.length === 0 ? 0 : (2 * shared) / (pairs.size + others.length)
}

function pairsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2))
}
