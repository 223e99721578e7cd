import type { Catalogue } from './choose-catalogue.ts'
import { packNameOf } from './choose-catalogue.ts'
import type { DocumentPack } from '../../document/document.ts'
import type { PackCandidate, PlannedLayer } from '../../plan/import-plan.ts'
import { compareVersions, matchesFloatingTag, nearestVersions } from '../../rules/profile-version.ts'

/** A wizard shows a handful, and a response about 1,000 missing packs must stay small. */
const MAXIMUM_ALTERNATIVES = 20

/** The version that a layer is imported with, and its candidates. */
export interface ChosenVersion {
  version: string
  candidates: readonly PackCandidate[]
  /** True when the file's version is not here and the newest match for its tag was taken instead. */
  isFloating: boolean
}

/**
 * Chooses the version that a layer is imported with: the decided one, else the file's if a registry holds it, else the
 * newest that matches the file's floating tag. If there is none, returns the wanted version without candidates.
 */
export function chooseVersion(pack: DocumentPack, decided: string | undefined, catalogue: Catalogue): ChosenVersion {
  const versions = catalogue.candidates.get(pack.name) ?? catalogue.candidates.get(packNameOf(pack.name))
  const version = decided ?? pack.version
  const candidates = versions?.get(version) ?? []
  if (candidates.length > 0 || decided !== undefined || versions === undefined) {
    return { version, candidates, isFloating: false }
  }
  const newest = newestMatch(pack, versions)
  if (newest === undefined) return { version, candidates: [], isFloating: false }
  return { version: newest, candidates: versions.get(newest) ?? [], isFloating: true }
}

/** Prefers the registry that the file names. A tag that contradicts the file's version matches nothing. */
function newestMatch(
  { version, tag = version, registry }: DocumentPack,
  versions: ReadonlyMap<string, readonly PackCandidate[]>,
): string | undefined {
  if (version !== tag && !matchesFloatingTag(version, tag)) return undefined
  const matching = [...versions].filter(([each]) => matchesFloatingTag(each, tag))
  const own = matching.filter(([, candidates]) => candidates.some((each) => isNamed(each.registry, registry)))
  return (own.length > 0 ? own : matching)
    .map(([each]) => each)
    .toSorted(compareVersions)
    .at(-1)
}

const isNamed = (here: PackCandidate['registry'], { uid, name }: DocumentPack['registry']): boolean =>
  here.uid === uid || here.name === name

/** The versions of a missing pack that are here, nearest first, at most 20. */
export function listAlternatives(
  layerName: string,
  wanted: string,
  catalogue: Catalogue,
): PlannedLayer['alternatives'] {
  const known = catalogue.known.get(layerName) ?? catalogue.known.get(packNameOf(layerName)) ?? []
  if (known.length === 0) return []
  const byVersion = Map.groupBy(known, (each) => each.version)
  return nearestVersions(wanted, byVersion.keys())
    .flatMap(({ version, order }) => (byVersion.get(version) ?? []).map((each) => ({ ...each, order })))
    .slice(0, MAXIMUM_ALTERNATIVES)
}
