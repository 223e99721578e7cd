import { isFloatingTag, packNamesOf, type ImportDecisions } from '@waybill/profile-format'
import type { DocumentOutline } from '../../format-tasks/import/read-file.ts'
import { isStorable } from '../../platform/database/storable-text.ts'
import type { NamedChart } from '../chart-lookup/index.ts'
import type { WantedPack } from '../registries/index.ts'

export interface FactsQuestion {
  /** The name of the profile to create; empty, which no profile's name is, if its name is invalid. */
  name: string
  packs: WantedPack[]
  /** Charts that layers name, for registries that are not synchronised. */
  charts: NamedChart[]
  /** Whether macros are created: the values of existing ones decide whether they form a cycle. */
  createsMacros: boolean
}

/** A document, or the outline of one. */
type Named = Pick<DocumentOutline, 'name' | 'packs'>
type NamedPack = Named['packs'][number]

type KeptLayers = Pick<ReadonlyMap<number, unknown>, 'has'>
const NONE: KeptLayers = new Set<number>()

/**
 * What planning must know about the target, so that it can be read in a constant number of statements.
 * @param kept by index, layers that keep their packs: nothing else is looked up for them
 */
export function factsQuestion(document: Named, decisions: ImportDecisions, kept: KeptLayers = NONE): FactsQuestion {
  const name = decisions.name ?? document.name
  return {
    name: isStorable(name) ? name : '',
    packs: wantedPacks(document.packs, decisions.packVersions, kept),
    charts: namedCharts(document.packs, decisions).filter(({ index }) => !kept.has(index)),
    createsMacros: (decisions.macros ?? []).length > 0,
  }
}

/** The packs to look up in the catalogue for layers; decisions about versions, by index, replace the layers' own. */
export const wantedPacks = (
  packs: readonly NamedPack[],
  decided: ImportDecisions['packVersions'] = {},
  kept: KeptLayers = NONE,
): WantedPack[] =>
  packs
    .flatMap((pack, index) => (kept.has(index) ? [] : packsOfLayer(pack, decided[String(index)])))
    .filter(({ name, version, prefix = '' }) => isStorable(name + version + prefix))

function packsOfLayer(pack: NamedPack, decided: string | undefined): WantedPack[] {
  if (pack.type === 'manifest') return []
  const tag = pack.tag ?? pack.version
  const prefix = decided === undefined && isFloatingTag(tag) ? tag.replace(/^v/, '').slice(0, -1) : undefined
  return packNamesOf(pack.name).map((name) => ({
    name,
    version: decided ?? pack.version,
    ...(prefix !== undefined && { prefix }),
  }))
}

/** The charts that layers name, after decisions about their versions. */
export function namedCharts(packs: readonly NamedPack[], decisions: ImportDecisions = {}): NamedChart[] {
  const { packVersions = {}, registries = {}, leftOut = [] } = decisions
  return packs.flatMap(({ name, type, version, tag = version, registry }, index) => {
    const names = packNamesOf(name).filter(isStorable)
    if (type === 'manifest' || leftOut.includes(index)) return []
    const decided = registries[index]
    const named = decided === undefined ? registry : { uid: decided }
    return [{ index, names, tag: packVersions[index] ?? tag, registry: named, mayBeAnywhere: type !== 'spectro' }]
  })
}
