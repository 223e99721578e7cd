import type { TextRange } from './text-inspection.ts'

/** Shorter texts are too common to be looked for. */
export const SHORTEST_NEEDLE = 6
/**
 * Comparisons that fail before a beginning alone counts as found. Only a text made for it holds so many near misses;
 * it is masked too much rather than searched too long.
 */
const MAX_MISSES = 20_000

const FACTOR = 31
/** 31⁵ modulo 2³². */
const LEAVING = Math.imul(Math.imul(Math.imul(FACTOR, FACTOR), Math.imul(FACTOR, FACTOR)), FACTOR)

/** Finds any of many texts in one pass. */
export interface NeedleSearch {
  /** All places, leftmost and longest first, without overlaps. */
  find: (text: string) => TextRange[]
  has: (text: string) => boolean
}

interface Index {
  /** Bit set over hashes; its size follows the number of needles, so that few other texts meet it. */
  bloom: Uint8Array
  shift: number
  /** Needles by the hash of their first 6 characters, longest first. */
  byHash: Map<number, string[]>
}

/**
 * Prepares the search. Needles of fewer than 6 characters are left out. One pass whatever their number: a rolling hash
 * over 6 characters meets a bit set, and only what passes it is compared.
 */
export function createNeedleSearch(needles: Iterable<string>): NeedleSearch {
  const index = buildIndex(needles)
  return {
    find: (text) => scan(index, text, false),
    has: (text) => scan(index, text, true).length > 0,
  }
}

function buildIndex(needles: Iterable<string>): Index {
  const long = [...new Set(needles)].filter((needle) => needle.length >= SHORTEST_NEEDLE)
  const bits = Math.max(10, Math.ceil(Math.log2(long.length + 1)) + 6)
  const index: Index = { bloom: new Uint8Array(1 << (bits - 3)), shift: 32 - bits, byHash: new Map() }
  for (const needle of long.toSorted((a, b) => b.length - a.length)) {
    const hash = hashOf(needle)
    const same = index.byHash.get(hash)
    if (same) same.push(needle)
    else index.byHash.set(hash, [needle])
    const slot = slotOf(index, hash)
    index.bloom[slot >> 3] = (index.bloom[slot >> 3] ?? 0) | (1 << (slot & 7))
  }
  return index
}

function scan(index: Index, text: string, firstOnly: boolean): TextRange[] {
  const found: TextRange[] = []
  if (index.byHash.size === 0 || text.length < SHORTEST_NEEDLE) return found
  let hash = hashOf(text)
  let free = 0
  let misses = 0
  for (let at = 0; ; at += 1) {
    const slot = slotOf(index, hash)
    if (at >= free && ((index.bloom[slot >> 3] ?? 0) & (1 << (slot & 7))) !== 0) {
      const candidates = index.byHash.get(hash) ?? []
      const match =
        candidates.find((needle) => text.startsWith(needle, at)) ?? (misses > MAX_MISSES ? candidates[0] : '')
      if (match) {
        free = Math.min(text.length, at + match.length)
        found.push({ start: at, end: free })
        if (firstOnly) return found
      } else misses += candidates.length
    }
    const next = at + SHORTEST_NEEDLE
    if (next >= text.length) return found
    hash = (Math.imul(hash - Math.imul(text.charCodeAt(at), LEAVING), FACTOR) + text.charCodeAt(next)) | 0
  }
}

function hashOf(text: string): number {
  let hash = 0
  for (let at = 0; at < SHORTEST_NEEDLE; at += 1) hash = (Math.imul(hash, FACTOR) + text.charCodeAt(at)) | 0
  return hash
}

function slotOf(index: Index, hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> index.shift
}
