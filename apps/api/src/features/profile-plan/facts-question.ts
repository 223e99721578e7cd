import { isFloatingTag, packNameOf, type ImportDecisions } from '@waybill/profile-format'
import type { DocumentOutline } from '../../format-tasks/import/read-file.ts'
import type { NamedChart } from '../chart-lookup/index.ts'
import type { WantedPack } from '../registries/index.ts'

export interface FactsQuestion {
  /** Under which the profile is to be created; empty, as no profile's is, when none can be called so. */
  name: string
  packs: WantedPack[]
  /** What layers name, for registries that are asked only then. */
  charts: NamedChart[]
  /** What macros here hold decides whether new ones close a circle with them. */
  createsMacros: boolean
}

/** A document, or the outline of one. */
type Named = Pick<DocumentOutline, 'name' | 'packs'>
type NamedPack = Named['packs'][number]

type KeptLayers = Pick<ReadonlyMap<number, unknown>, 'has'>
const NONE: KeptLayers = new Set<number>()

/**
 * What planning has to know of the target, so that it can be asked in a constant number of statements.
 *
 * @param kept by index, layers that stay with the packs that they have: nothing is looked for in their place.
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

/** PostgreSQL holds no NUL and no half of a character: a question with one would fail and not answer that nothing is there. */
const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed()

/** What layers ask the catalogue for; by index the versions that were decided instead. */
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
  const names = new Set([pack.name, packNameOf(pack.name)])
  return [...names].map((name) => ({ name, version: decided ?? pack.version, ...(prefix !== undefined && { prefix }) }))
}

/** Charts that layers name, with what was decided about them instead. */
export function namedCharts(packs: readonly NamedPack[], decisions: ImportDecisions = {}): NamedChart[] {
  const { packVersions = {}, registries = {}, leftOut = [] } = decisions
  return packs.flatMap(({ name, type, version, tag = version, registry }, index) => {
    const names = [...new Set([name, packNameOf(name)])].filter(isStorable)
    if (type === 'manifest' || leftOut.includes(index)) return []
    const decided = registries[index]
    const named = decided === undefined ? registry : { uid: decided }
    return [{ index, names, tag: packVersions[index] ?? tag, registry: named, mayBeAnywhere: type !== 'spectro' }]
  })
}
