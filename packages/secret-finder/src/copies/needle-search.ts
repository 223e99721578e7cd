import type { TextRange } from '@waybill/layer-text'

/** Shorter texts are too common to search for. */
export const SHORTEST_NEEDLE = 6
/** Longer needles are found by their beginning and then compared as a whole. */
const LONGEST_KEY = 64
/** The characters compared in one step; a long needle that almost matches everywhere takes many steps. */
const LOOK = 1_024

/**
 * Failed steps allowed, in addition to one for every four characters of text, before a match of the beginning alone
 * counts as found. Only a text made for this has so many near misses; it is better to mask too much of it than to
 * search for too long.
 */
const MIN_MISSES = 50_000

/** The number of characters that decide how far to skip. */
const BLOCK = 3
const FEWEST_SKIP_BITS = 10
const MOST_SKIP_BITS = 20

/** Finds any of many texts in one pass. */
export interface NeedleSearch {
  /** All matches, leftmost and longest first, without overlaps. */
  find: (text: string) => TextRange[]
  first: (text: string) => TextRange | undefined
  has: (text: string) => boolean
}

/**
 * Needles with the same beginning, by length (longest first), then by their first 64 characters: thousands cost one
 * lookup each.
 */
type Bucket = Map<number, Map<string, string[]>>

/**
 * A longer window skips further but takes longer to set up for each needle. The sum is minimal for a text of this
 * length.
 */
const USUAL_TEXT = 500_000

interface Index {
  /** The number of characters compared first; at most the length of the shortest needle. */
  window: number
  /** By the hash of the window's last block: how far to move before a needle can match; 0 if one may match here. */
  skips: Uint8Array
  /** Reduces a hash to the number of bits that index the skips. */
  shift: number
  /** Needles by the window at their beginning; a single needle is stored directly. */
  byStart: Map<string, Bucket | string>
}

/**
 * Prepares the search. Needles with fewer than 6 characters are ignored. It takes one pass for any number of needles
 * and skips ahead by the last characters of a window as long as the shortest needle (Wu and Manber).
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

/** Eight slots per block of the needles, so that most of a text is skipped however many there are. */
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

/** The length of the match at an offset, or the negative number of failed steps. */
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

/** The number of steps until a needle fails to match; 0 if it matches. */
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
