import type { KnownPackVersion, PackCandidate } from '../../plan/import-plan.ts'

/** The target's packs for the names in a document, with constant-time lookup. */
export interface Catalogue {
  /** Pack name → version → one candidate per registry. */
  candidates: ReadonlyMap<string, ReadonlyMap<string, readonly PackCandidate[]>>
  /** Pack name → versions to suggest when none of the candidates fits. */
  known: ReadonlyMap<string, readonly KnownPackVersion[]>
}

/** Indexes candidates and known versions by pack name. */
export function indexCatalogue(candidates: readonly PackCandidate[], known: readonly KnownPackVersion[]): Catalogue {
  const byName = new Map<string, Map<string, PackCandidate[]>>()
  for (const candidate of candidates) {
    const versions = byName.get(candidate.name) ?? new Map<string, PackCandidate[]>()
    byName.set(candidate.name, versions)
    const held = versions.get(candidate.version)
    if (held === undefined) versions.set(candidate.version, [candidate])
    else held.push(candidate)
  }
  return { candidates: byName, known: Map.groupBy(known, (version) => version.name) }
}

/**
 * The pack name of a layer. When a pack is used twice, its layer is named `<display>--<pack>`, and Palette's clients
 * read the part after the first `--`.
 */
export function packNameOf(layerName: string): string {
  return layerName.split('--')[1] || layerName
}

/** The packs that a layer's name may mean: the name may have a display name before the pack's own. */
export const packNamesOf = (layerName: string): string[] => [...new Set([layerName, packNameOf(layerName)])]
