import { SourceError, type SinglePacks } from '@waybill/pack-sources'
import { isFloatingTag, matchesFloatingTag, type Problem } from '@waybill/profile-format'
import { askEach } from '../../platform/outbound/ask-each.ts'
import { askRegistry, lookupDeadline, type ChartLookup } from './ask-registry.ts'
import {
  listAskedRegistries,
  listHeld,
  storeCharts,
  type AskedRegistry,
  type HeldVersion,
} from './chart-lookup-repository.ts'
import { newestFirst } from './newest-first.ts'

/** A chart that a layer names. */
export interface NamedChart {
  /** Index of the layer. */
  index: number
  /** Names of the pack that the layer's name may mean. */
  names: readonly string[]
  /** May be floating: `1.33.x`. */
  tag: string
  registry: { uid?: string; name?: string }
  /**
   * Whether any registry will do if the one that it names is not here. False for packs that only pack registries hold.
   */
  mayBeAnywhere: boolean
}

/** Charts looked up per request; any others count as not found. */
const MOST_CHARTS = 20

/**
 * Looks up named charts that are not in the catalogue, in registries that are not synchronised, and adds them to it,
 * with the digest that their content is fetched by later. Registries take as long as they like, so never call it in a
 * transaction.
 * @returns problems of registries that could not be asked; null if none was asked and the catalogue is unchanged
 */
export async function readNamedCharts(lookup: ChartLookup, charts: readonly NamedChart[]): Promise<Problem[] | null> {
  if (charts.length === 0) return null
  const registries = await listAskedRegistries(lookup.db)
  if (!registries.some(({ isAsked }) => isAsked)) return null
  const held = await listHeld(
    lookup.db,
    charts.flatMap(({ names }) => names),
  )
  const wanted = charts.flatMap((chart) => placesOf(chart, registries, held)).slice(0, MOST_CHARTS)
  if (wanted.length === 0) return null
  const signal = lookupDeadline()
  return (await askEach(wanted, (place) => readChart(lookup, place, signal))).flat()
}

interface Place {
  chart: NamedChart
  registry: AskedRegistry
  /** A layer that names a registry is refused if that one cannot be asked: its chart may not come from another. */
  isNamed: boolean
}

/** Only the registry that the layer names, if it is here; else each that may be asked. */
function placesOf(chart: NamedChart, registries: readonly AskedRegistry[], held: readonly HeldVersion[]): Place[] {
  const { registry, names, tag } = chart
  const named =
    registries.find(({ uid }) => uid === registry.uid) ?? registries.find((each) => each.name === registry.name)
  const own = held.filter(({ name }) => names.includes(name))
  if (!named && (!chart.mayBeAnywhere || own.some(({ version }) => matchesFloatingTag(version, tag)))) return []
  const isHeldBy = ({ uid }: AskedRegistry) => own.some((pack) => pack.registryUid === uid && pack.version === tag)
  const asked = (named ? [named] : registries).filter((each) => each.isAsked && !isHeldBy(each))
  return asked.map((each) => ({ chart, registry: each, isNamed: named !== undefined }))
}

async function readChart(
  lookup: ChartLookup,
  { chart, registry, isNamed }: Place,
  signal: AbortSignal,
): Promise<Problem[]> {
  try {
    const found = await askRegistry(lookup, registry.uid, (single) => findChart(single, chart, signal))
    if (found) await storeCharts(lookup.db, registry.uid, [found])
    return []
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    const reason = signal.aborted ? 'timeout' : error.fault
    const params = { name: chart.names.at(-1) ?? '', version: chart.tag, registry: registry.name, reason }
    const path = `spec.template.packs[${chart.index}].registry.metadata`
    return [{ code: 'RegistryUnread', severity: isNamed ? 'error' : 'warning', path, params }]
  }
}

async function findChart(single: SinglePacks, { names, tag }: NamedChart, signal: AbortSignal) {
  for (const name of names) {
    const version = await versionOf(single, { name, tag }, signal)
    const found = version === undefined ? undefined : await single.readVersion(name, version, signal)
    if (found) return found
  }
  return undefined
}

/** For a floating tag, the newest version that it matches. */
async function versionOf(single: SinglePacks, { name, tag }: { name: string; tag: string }, signal: AbortSignal) {
  if (!isFloatingTag(tag)) return tag
  const versions = await single.listVersions(name, signal)
  return newestFirst(versions.filter((version) => matchesFloatingTag(version, tag)))[0]
}
