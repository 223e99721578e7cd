import { createHash } from 'node:crypto'
import { MAX_CHART_BYTES } from '../archives/archive-limits.ts'
import type { ArchiveReaders, IndexedChart } from '../archives/archive-readers.ts'
import { outcomeOf } from '../source/check-outcome.ts'
import { fetchFile, type FileHost, readStart } from '../source/fetch-file.ts'
import type { FetchRequest } from '../source/fetcher.ts'
import { type KnownPacks, packKey, type PackSource, type SourceEvent, type WalkOptions } from '../source/pack-source.ts'
import { readBody } from '../source/read-body.ts'
import { SourceError } from '../source/source-error.ts'
import { conditionsOf, readMark, writeMark } from '../source/source-mark.ts'

/** A Helm repository: the URL of the folder with its index.yaml, and its credentials. */
export interface HelmSourceOptions extends FileHost {
  endpoint: string
  readers: ArchiveReaders
  /** Only these charts, in one version or in all; absent or empty for every chart. */
  charts?: readonly { name: string; version?: string }[]
}

/** Indexes of public repositories reach 25 MiB. */
const MAX_INDEX_BYTES = 64 * 1024 * 1024
const INDEX_MS = 120_000
const CHART_MS = 60_000
const PROBE_BYTES = 64 * 1024

/**
 * Reads charts from an `index.yaml`. The walk yields what the index says about each version; values and README stay in
 * the chart's archive until somebody reads them.
 *
 * @throws SourceError `forbidden-url` when the endpoint is not an http or https URL.
 */
export function createHelmSource(options: HelmSourceOptions): PackSource {
  const index = { url: indexUrlOf(options.endpoint), maxBytes: MAX_INDEX_BYTES, timeoutMs: INDEX_MS }
  return {
    check: async (signal) => {
      try {
        const response = await fetchFile(options, { ...index, signal })
        return looksLikeIndex(await readStart(response, PROBE_BYTES)) ? 'ok' : 'not-a-registry'
      } catch (error) {
        return outcomeOf(error)
      }
    },
    walk: (walkOptions) => walkIndex(options, index, walkOptions),
    readContent: async ({ location, sourceDigest }, signal) => {
      const response = await fetchFile(options, {
        url: location,
        maxBytes: MAX_CHART_BYTES,
        timeoutMs: CHART_MS,
        signal,
      })
      const archive = await readBody(response, MAX_CHART_BYTES)
      if (sourceDigest !== '' && (await sha256(archive)) !== sourceDigest) throw new SourceError('bad-response')
      return options.readers.readChart(archive)
    },
  }
}

function indexUrlOf(endpoint: string): string {
  const url = URL.parse(endpoint)
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw new SourceError('forbidden-url')
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/index.yaml`
  return url.href
}

/** An index has one of these keys at the start of a line, or is JSON; a web page has neither. */
function looksLikeIndex(start: Buffer): boolean {
  const text = start.toString('utf8')
  return /^\uFEFF?(apiVersion|entries)\s*:/m.test(text) || /^\s*\{\s*"\w+"\s*:/.test(text)
}

async function* walkIndex(
  options: HelmSourceOptions,
  index: FetchRequest,
  { known, mark, signal }: WalkOptions,
): AsyncGenerator<SourceEvent> {
  const charts = options.charts ?? []
  const wish = charts.length > 0 ? createHash('sha256').update(JSON.stringify(charts)).digest('hex') : ''
  const last = readMark(mark, wish)
  const response = await fetchFile(options, { ...index, headers: conditionsOf(last), signal })
  const body = response.status === 304 ? undefined : await readBody(response, MAX_INDEX_BYTES)
  const digest = body && (await sha256(body))
  if (!body || digest === undefined || digest === last?.digest) {
    if (!body) await response.cancel()
    yield { kind: 'not-modified' }
    return
  }
  const isWanted = createFilter(charts)
  for await (const chart of options.readers.readHelmIndex(body, index.url)) {
    if (signal.aborted) throw new SourceError('cancelled')
    if (!isWanted(chart)) continue
    yield eventOf(chart, known)
  }
  yield { kind: 'done', mark: writeMark(response, { digest, wish }) }
}

/** Computed off the event loop. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
}

const identityOf = (chart: IndexedChart) => (chart.fault === undefined ? chart.pack : chart)

function createFilter(charts: NonNullable<HelmSourceOptions['charts']>): (chart: IndexedChart) => boolean {
  const wanted = new Set(charts.map(({ name, version }) => packKey(name, version ?? '')))
  return (chart) => {
    const { name, version } = identityOf(chart)
    return wanted.size === 0 || wanted.has(packKey(name, '')) || wanted.has(packKey(name, version))
  }
}

function eventOf(chart: IndexedChart, known: KnownPacks): SourceEvent {
  const { name, version } = identityOf(chart)
  if (chart.fault !== undefined) {
    const place = [name, version].filter(Boolean).join(':') || 'index.yaml'
    return { kind: 'failed', place, fault: chart.fault, ...(name && version && { name, version }) }
  }
  if (known.get(packKey(name, version))?.digest === chart.pack.digest) return { kind: 'unchanged', name, version }
  return { kind: 'pack', ...chart }
}
