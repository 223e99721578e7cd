import type { TextRange } from './text-inspection.ts'

/** Shorter texts are too common to be looked for. */
export const SHORTEST_NEEDLE = 6
/** Longer needles are found by how they begin, then compared whole. */
const LONGEST_KEY = 64

/**
 * Comparisons that may fail, beside one for every four characters, before a beginning alone counts as found. Only a text made for it holds so many near misses;
 * it is masked too much rather than searched too long.
 */
const MIN_MISSES = 50_000

const FACTOR = 31
/** 31⁵ modulo 2³². */
const LEAVING = Math.imul(Math.imul(Math.imul(FACTOR, FACTOR), Math.imul(FACTOR, FACTOR)), FACTOR)

/** Finds any of many texts in one pass. */
export interface NeedleSearch {
  /** All places, leftmost and longest first, without overlaps. */
  find: (text: string) => TextRange[]
  has: (text: string) => boolean
}

/** Needles that begin alike: by length, longest first, then by their first 64 characters, so that thousands cost one look each. */
type Bucket = Map<number, Map<string, string[]>>

interface Index {
  /** Bit set over hashes; its size follows the number of needles, so that few other texts meet it. */
  bloom: Uint8Array
  shift: number
  /** Needles by the hash of their first 6 characters. */
  byHash: Map<number, Bucket>
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
    const bucket: Bucket = index.byHash.get(hash) ?? new Map()
    index.byHash.set(hash, bucket)
    const key = needle.slice(0, LONGEST_KEY)
    const ofLength = bucket.get(key.length) ?? new Map<string, string[]>()
    bucket.set(key.length, ofLength)
    const same = ofLength.get(key)
    if (same) same.push(needle)
    else ofLength.set(key, [needle])
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
  let misses = -(MIN_MISSES + text.length / 4)
  for (let at = 0; ; at += 1) {
    const slot = slotOf(index, hash)
    if (at >= free && ((index.bloom[slot >> 3] ?? 0) & (1 << (slot & 7))) !== 0) {
      const length = matchAt(index.byHash.get(hash), { text, at, misses })
      if (length > 0) {
        free = at + length
        found.push({ start: at, end: free })
        if (firstOnly) return found
      } else misses -= length
    }
    const next = at + SHORTEST_NEEDLE
    if (next >= text.length) return found
    hash = (Math.imul(hash - Math.imul(text.charCodeAt(at), LEAVING), FACTOR) + text.charCodeAt(next)) | 0
  }
}

/** The length of what begins here, or the number of failed comparisons below zero. */
function matchAt(
  bucket: Bucket | undefined,
  { text, at, misses }: { text: string; at: number; misses: number },
): number {
  let failed = 0
  for (const [length, ofLength] of bucket ?? []) {
    const candidates = ofLength.get(text.slice(at, at + length))
    if (misses > 0) return Math.min(length, text.length - at)
    failed += 1 + (candidates?.length ?? 0)
    const match = candidates?.find((needle) => text.startsWith(needle, at))
    if (match !== undefined) return match.length
  }
  return -failed
}

function hashOf(text: string): number {
  let hash = 0
  for (let at = 0; at < SHORTEST_NEEDLE; at += 1) hash = (Math.imul(hash, FACTOR) + text.charCodeAt(at)) | 0
  return hash
}

function slotOf(index: Index, hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> index.shift
}
