import { setImmediate } from 'node:timers/promises'
import { FAILSAFE_SCHEMA, load } from 'js-yaml'
import type { IndexedChart } from '../archives/archive-readers.ts'
import { readChartEntry } from './helm-chart.ts'
import { findItems, type ItemRange } from './helm-index-items.ts'
import { packKey } from '../source/pack-source.ts'
import { jsonIn } from '../source/read-body.ts'
import { SourceError } from '../source/source-error.ts'

/** The limit for one chart version; real ones reach 50 kB. */
const MAX_ITEM_BYTES = 512 * 1024
const MAX_CHARTS = 200_000
const MAX_JSON_BYTES = 32 * 1024 * 1024
/** Items are parsed in batches of this size: faster than one by one, while the parser holds little at once. */
const BATCH_BYTES = 64 * 1024
/** For one entry. Aliases cannot lead outside of it, and their number is limited. */
const LIMITS = { schema: FAILSAFE_SCHEMA, json: true, maxDepth: 32, maxAliases: 100 }
const OPENING_BRACE = 0x7b

/**
 * Reads a Helm `index.yaml` (or the same as JSON) chart version by chart version. Of entries with the same name and
 * version the first one counts. Libraries are skipped; an unusable entry is yielded with its `fault`.
 *
 * @throws SourceError `not-a-registry` when there are no entries, `too-large` over 200,000 chart versions.
 */
export async function* readHelmIndex(index: Uint8Array, indexUrl: string): AsyncGenerator<IndexedChart> {
  const seen = new Set<string>()
  let count = 0
  for (const values of isJson(index) ? jsonItems(index) : yamlItems(index)) {
    for (const value of values) {
      if (++count > MAX_CHARTS) throw new SourceError('too-large')
      const chart = readChartEntry(value, indexUrl)
      if (chart) yield unlessSeen(chart, seen)
    }
    await setImmediate() // let other work on this thread run between batches
  }
}

function unlessSeen(chart: IndexedChart, seen: Set<string>): IndexedChart {
  if (chart.fault !== undefined) return chart
  const { name, version } = chart.pack
  const key = packKey(name, version)
  if (seen.has(key)) return { fault: 'duplicate', name, version }
  seen.add(key)
  return chart
}

function* yamlItems(index: Uint8Array): Generator<unknown[]> {
  let batch: ItemRange[] = []
  for (const item of findItems(index)) {
    const [first] = batch
    const isNext = first && batch.at(-1)?.end === item.start && item.end - first.start <= BATCH_BYTES
    if (!isNext && first) {
      yield parseItems(index, batch)
      batch = []
    }
    batch.push(item)
  }
  if (batch.length > 0) yield parseItems(index, batch)
}

/** An invalid item does not affect its neighbours. */
function parseItems(index: Uint8Array, items: readonly ItemRange[]): unknown[] {
  const [first] = items
  const last = items.at(-1)
  if (!first || !last) return []
  const values = last.end - first.start <= MAX_ITEM_BYTES ? parseList(index.subarray(first.start, last.end)) : undefined
  if (values?.length === items.length) return values
  return items.length === 1 ? [undefined] : items.flatMap((item) => parseItems(index, [item]))
}

function parseList(bytes: Uint8Array): unknown[] | undefined {
  try {
    const value = load(new TextDecoder('utf-8', { fatal: true }).decode(bytes), LIMITS)
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined // reported as a fault: the parser's message quotes the index
  }
}

function isJson(index: Uint8Array): boolean {
  const start = index.subarray(0, 1_024).findIndex((byte) => byte > 0x20 && byte < 0x80)
  return index[start] === OPENING_BRACE
}

function* jsonItems(index: Uint8Array): Generator<unknown[]> {
  if (index.byteLength > MAX_JSON_BYTES) throw new SourceError('too-large')
  const read = jsonIn(index)
  if (!isRecord(read) || !isRecord(read.entries)) throw new SourceError('not-a-registry')
  for (const versions of Object.values(read.entries)) yield Array.isArray(versions) ? versions : []
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
