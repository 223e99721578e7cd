import type { KnownPackVersion, PackCandidate } from '../../plan/import-plan.ts'

/** What the target's registries hold of the packs that a document names, looked up in constant time. */
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
 * The pack that a layer name stands for: a repeated pack's layer is `<display>--<pack>`, and clients read the part after the
 * first `--`.
 */
export function packNameOf(layerName: string): string {
  return layerName.split('--')[1] || layerName
}
