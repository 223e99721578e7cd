import type { TextRange } from '@waybill/layer-text'

/** Shorter texts are too common to be looked for. */
export const SHORTEST_NEEDLE = 6
/** Longer needles are found by how they begin, then compared whole. */
const LONGEST_KEY = 64
/** What one look compares of a needle: one that is long and nearly stands everywhere takes many. */
const LOOK = 1_024

/**
 * Looks that may fail, beside one for every four characters, before a beginning alone counts as found. Only a text made for it holds so many near misses;
 * it is masked too much rather than searched too long.
 */
const MIN_MISSES = 50_000

/** Characters that decide how far to skip. */
const BLOCK = 3
const FEWEST_SKIP_BITS = 10
const MOST_SKIP_BITS = 20

/** Finds any of many texts in one pass. */
export interface NeedleSearch {
  /** All places, leftmost and longest first, without overlaps. */
  find: (text: string) => TextRange[]
  first: (text: string) => TextRange | undefined
  has: (text: string) => boolean
}

/** Needles that begin alike: by length, longest first, then by their first 64 characters, so that thousands cost one look each. */
type Bucket = Map<number, Map<string, string[]>>

/** The window moves as far as it is long; setting each needle's skips costs as much. A text of this length is searched at the least of both. */
const USUAL_TEXT = 500_000

interface Index {
  /** What is looked at of each needle: no more than the shortest has. */
  window: number
  /** By the hash of the window's last block: how far the window moves before a needle can stand in it; 0 where one may. */
  skips: Uint8Array
  /** Takes as many bits of a hash as the skips have slots for. */
  shift: number
  /** Needles by the window they begin with; one that begins as no other does stands for itself. */
  byStart: Map<string, Bucket | string>
}

/**
 * Prepares the search. Needles of fewer than 6 characters are left out. One pass whatever their number, which skips
 * ahead by the last characters of a window as long as the shortest needle (Wu and Manber).
 */
export function createNeedleSearch(needles: Iterable<string>): NeedleSearch {
  const index = buildIndex(needles)
  return {
    find: (text) => scan(index, text, false),
    first: (text) => scan(index, text, true)[0],
    has: (text) => scan(index, text, true).length > 0,
  }
}

function buildIndex(needles: Iterable<string>): Index {
  const long = [...new Set(needles)].filter((needle) => needle.length >= SHORTEST_NEEDLE)
  const worthwhile = BLOCK + Math.ceil(Math.sqrt(USUAL_TEXT / Math.max(1, long.length)))
  const window = long.reduce((least, needle) => Math.min(least, needle.length), Math.min(LONGEST_KEY, worthwhile))
  const farthest = window - BLOCK + 1
  const bits = skipBits(long.length * farthest)
  const skips = new Uint8Array(1 << bits).fill(farthest)
  const index: Index = { window, skips, shift: 32 - bits, byStart: new Map() }
  for (const needle of long.toSorted((a, b) => b.length - a.length)) {
    for (let end = BLOCK; end <= window; end += 1) {
      const slot = blockAt(needle, end - BLOCK, index.shift)
      index.skips[slot] = Math.min(index.skips[slot] ?? 0, window - end)
    }
    addNeedle(index, needle)
  }
  return index
}

/** Eight slots for each block of the needles, so that most of a text is skipped however many there are. */
function skipBits(blocks: number): number {
  return Math.min(MOST_SKIP_BITS, Math.max(FEWEST_SKIP_BITS, Math.ceil(Math.log2(8 * blocks + 1))))
}

function addNeedle({ window, byStart }: Index, needle: string): void {
  const start = needle.slice(0, window)
  const before = byStart.get(start)
  if (before === undefined) byStart.set(start, needle)
  else if (typeof before === 'string') byStart.set(start, addTo(addTo(new Map(), before), needle))
  else addTo(before, needle)
}

function addTo(bucket: Bucket, needle: string): Bucket {
  const key = needle.slice(0, LONGEST_KEY)
  const ofLength = bucket.get(key.length) ?? new Map<string, string[]>()
  bucket.set(key.length, ofLength)
  const same = ofLength.get(key)
  if (same) same.push(needle)
  else ofLength.set(key, [needle])
  return bucket
}

function scan({ window, skips, shift, byStart }: Index, text: string, firstOnly: boolean): TextRange[] {
  const found: TextRange[] = []
  if (byStart.size === 0) return found
  let misses = -(MIN_MISSES + text.length / 4)
  for (let at = 0; at + window <= text.length;) {
    const skip = skips[blockAt(text, at + window - BLOCK, shift)] ?? 0
    if (skip > 0) {
      at += skip
      continue
    }
    const length = matchAt(byStart.get(text.slice(at, at + window)), { text, at, misses })
    if (length > 0) {
      found.push({ start: at, end: at + length })
      if (firstOnly) return found
      at += length
    } else {
      misses -= length
      at += 1
    }
  }
  return found
}

/** The length of what begins here, or the number of looks that failed below zero. */
function matchAt(
  bucket: Bucket | string | undefined,
  { text, at, misses }: { text: string; at: number; misses: number },
): number {
  if (bucket === undefined) return 0
  if (typeof bucket === 'string') return lengthAt(bucket, { text, at, misses })
  let failed = 0
  for (const [length, ofLength] of bucket) {
    const candidates = ofLength.get(text.slice(at, at + length)) ?? []
    if (misses > 0) return Math.min(length, text.length - at)
    failed += 1
    for (const needle of candidates) {
      const looks = looksUntilMiss(text, at, needle)
      if (looks === 0) return needle.length
      failed += looks
    }
  }
  return -failed
}

function lengthAt(needle: string, { text, at, misses }: { text: string; at: number; misses: number }): number {
  const key = needle.slice(0, LONGEST_KEY)
  if (!text.startsWith(key, at)) return 0
  if (misses > 0) return Math.min(key.length, text.length - at)
  const looks = looksUntilMiss(text, at, needle)
  return looks === 0 ? needle.length : -1 - looks
}

/** How many looks tell that a needle does not stand here; 0 where it does. */
function looksUntilMiss(text: string, at: number, needle: string): number {
  for (let from = 0; from < needle.length; from += LOOK) {
    if (!text.startsWith(needle.slice(from, from + LOOK), at + from)) return 1 + from / LOOK
  }
  return 0
}

function blockAt(text: string, at: number, shift: number): number {
  const hash = (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2)
  return Math.imul(hash, 0x9e3779b1) >>> shift
}
