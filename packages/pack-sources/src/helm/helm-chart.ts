import { createHash } from 'node:crypto'
import { LIMITS } from '@waybill/profile-format'
import { z } from 'zod'
import type { IndexedChart } from '../archives/archive-readers.ts'
import { isStorable, type Pack } from '../pack/pack-files.ts'

const CHART_NAME = /^[A-Za-z0-9][\w.-]*$/
/** SemVer as Helm reads it: a leading v and missing parts are allowed. */
const CHART_VERSION = /^v?\d+(\.\d+){0,2}(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/
const SHA256 = /^(?:sha256:)?([0-9a-f]{64})$/i
/** Protocols that a client downloads charts with; `oci` occurs in the indexes of repositories that have moved. */
const PROTOCOLS = ['http:', 'https:', 'oci:']
const MAX_URL = 2_048

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)
const text = (characters: number) => optional(z.string().max(characters))
const word = z.union([z.string(), z.number()]).transform(String)

/** The fields of an entry that are used; an invalid optional field counts as absent. */
const entrySchema = z.object({
  name: word.pipe(z.string().max(LIMITS.nameCharacters).regex(CHART_NAME)),
  version: word.pipe(z.string().min(1).max(128)),
  type: text(32),
  description: text(LIMITS.descriptionCharacters),
  digest: text(128),
  home: text(MAX_URL),
  icon: text(MAX_URL),
  sources: optional(z.array(z.string().max(MAX_URL)).max(100)),
  appVersion: optional(word.pipe(z.string().max(128))),
  deprecated: optional(z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])),
  urls: z.array(z.string().max(MAX_URL)).min(1).max(100),
})
type Entry = z.infer<typeof entrySchema>

const named = z.object({ name: text(LIMITS.nameCharacters), version: text(128) }).catch({})

/** Reads an entry of an index as a chart version; undefined for a library chart, which cannot be installed. */
export function readChartEntry(value: unknown, indexUrl: string): IndexedChart | undefined {
  const parsed = entrySchema.safeParse(value)
  if (!parsed.success || !isStorable(parsed.data)) return { fault: 'invalid-chart', ...nameOf(value) }
  const entry = parsed.data
  if (entry.type === 'library') return undefined
  const { name, version } = entry
  if (!CHART_VERSION.test(version)) return { fault: 'invalid-version', name, version }
  const location = locationOf(entry, indexUrl)
  if (location === undefined) return { fault: 'invalid-chart', name, version }
  const sourceDigest = SHA256.exec(entry.digest ?? '')?.[1]?.toLowerCase() ?? ''
  return { pack: chartAsPack(entry, { location, sourceDigest }), sourceDigest, location, isContentRead: false }
}

function nameOf(value: unknown): { name: string; version: string } {
  const { name = '', version = '' } = named.parse(value)
  return isStorable([name, version]) ? { name, version } : { name: '', version: '' }
}

/** Resolved against the URL of the index, as in Helm. A URL with credentials is dropped. */
function locationOf({ urls }: Entry, indexUrl: string): string | undefined {
  const url = URL.parse(urls[0] ?? '', indexUrl)
  if (!url || !PROTOCOLS.includes(url.protocol) || url.username !== '' || url.password !== '') return undefined
  return url.href
}

const EMPTY_TEXT_DIGEST = createHash('sha256').digest('hex')

function chartAsPack(entry: Entry, at: { location: string; sourceDigest: string }): Pack {
  const annotations = JSON.stringify(annotationsOf(entry))
  const description = entry.description ?? ''
  const identity = JSON.stringify([entry.name, entry.version, description, annotations, at.location, at.sourceDigest])
  return {
    name: entry.name,
    displayName: entry.name,
    version: entry.version,
    layer: 'addon',
    cloudTypes: ['all'],
    addonType: '',
    addonSubType: '',
    group: '',
    annotations,
    constraints: '{}',
    description,
    eol: '',
    values: '',
    schema: '',
    presets: '',
    readme: '',
    valuesDigest: EMPTY_TEXT_DIGEST,
    digest: createHash('sha256').update(identity).digest('hex'),
  }
}

/** Leaves out `created`, which many repositories change whenever they write their index. */
function annotationsOf({ home, sources, icon, appVersion, deprecated }: Entry): Record<string, string> {
  const source = home || sources?.[0]
  return {
    ...(source && { source }),
    ...(icon && { icon }),
    ...(appVersion && { appVersion }),
    ...(deprecated && { deprecated: 'true' }),
  }
}
