import { SourceError, type SinglePacks, type SourcePack } from '@waybill/pack-sources'
import { askEach } from '../../platform/outbound/ask-each.ts'
import { askRegistry, lookupDeadline, type ChartLookup } from './ask-registry.ts'
import { listAskedRegistries, listHeld, storeCharts } from './chart-lookup-repository.ts'
import { newestFirst } from './newest-first.ts'

const MOST_VERSIONS = 20
const VERSION = /^v?\d+\.\d+/

/**
 * Adds the newest versions of a registry's chart to the catalogue; does nothing if a sync does that.
 * @throws SourceError if the registry cannot be asked
 */
export async function readChartVersions(
  lookup: ChartLookup,
  { registryUid, names }: { registryUid: string; names: readonly string[] },
): Promise<void> {
  const { db } = lookup
  const registry = (await listAskedRegistries(db)).find(({ uid }) => uid === registryUid)
  if (!registry?.isAsked) return
  const held = (await listHeld(db, names)).filter((pack) => pack.registryUid === registryUid)
  const known = new Set(held.map(({ name, version }) => `${name}:${version.replaceAll('+', '_')}`))
  const found = await askRegistry(lookup, registryUid, (single) => readNewest(single, { names, known }))
  if (found.length > 0) await storeCharts(db, registryUid, found)
}

interface Asked {
  names: readonly string[]
  /** As `name:tag`. */
  known: ReadonlySet<string>
}

/** Reads the first of the names that the registry has. */
async function readNewest(single: SinglePacks, { names, known }: Asked): Promise<SourcePack[]> {
  const signal = lookupDeadline()
  for (const name of names) {
    const tags = (await single.listVersions(name, signal)).filter((tag) => VERSION.test(tag))
    if (tags.length === 0) continue
    const unread = newestFirst(tags).slice(0, MOST_VERSIONS).filter((tag) => !known.has(`${name}:${tag}`)) // prettier-ignore
    const read = await askEach(unread, (tag) => readOrPass(() => single.readVersion(name, tag, signal)))
    return read.filter((found) => found !== undefined)
  }
  return []
}

/** One unreadable version does not hide the others. */
async function readOrPass(read: () => Promise<SourcePack | undefined>): Promise<SourcePack | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof SourceError) return undefined
    throw error
  }
}
