import { Readable } from 'node:stream'
import { LIMITS } from '@waybill/profile-format'
import { type ArchiveEntry, archiveEntries } from './archive-entries.ts'
import { CHART_ARCHIVE_LIMITS } from './archive-limits.ts'
import { readText } from '../pack/pack-files.ts'
import type { PackContent } from '../source/pack-source.ts'
import { SourceError } from '../source/source-error.ts'

const CHART_FILES = ['Chart.yaml', 'values.yaml', 'README.md'] as const
type ChartFile = (typeof CHART_FILES)[number]

/**
 * Reads the values.yaml and README.md of a chart's `.tgz` from its top folder, not those of the charts inside it.
 *
 * @throws SourceError `bad-response` if it is not a complete chart archive, or contains a link, a device, a path that
 *   leads out of it, or a text that cannot be stored; `too-large` over a limit.
 */
export async function readChartArchive(archive: Uint8Array): Promise<PackContent> {
  const files = new Map<ChartFile, Uint8Array>()
  let top: string | undefined
  for await (const entry of archiveEntries(Readable.from([archive]), CHART_ARCHIVE_LIMITS)) {
    if (!entry.isSafe || entry.type === 'other') throw new SourceError('bad-response')
    const file = chartFileOf(entry)
    if (!file) continue
    top ??= entry.segments[0]
    if (files.has(file) || entry.segments[0] !== top) throw new SourceError('bad-response')
    files.set(file, await entry.read(LIMITS.textBytes))
  }
  if (!files.has('Chart.yaml')) throw new SourceError('bad-response')
  return { values: storableText(files.get('values.yaml')), readme: storableText(files.get('README.md')) }
}

function chartFileOf({ type, segments }: ArchiveEntry): ChartFile | undefined {
  if (type !== 'file' || segments.length !== 2) return undefined
  return CHART_FILES.find((file) => file === segments[1])
}

function storableText(bytes: Uint8Array | undefined): string {
  if (!bytes) return ''
  const text = readText(bytes)
  if (typeof text === 'string') return text
  throw new SourceError(text.fault === 'file-too-large' ? 'too-large' : 'bad-response')
}
