import type { ImportPlanBody } from '@waybill/api-contract'

export type RepositoryRow = ImportPlanBody['layers'][number]

/** Packs that more than one registry here holds, so that one must be chosen. */
export function repositoryRows(plan: ImportPlanBody): readonly RepositoryRow[] {
  return plan.layers.filter((layer) => registriesOf(layer).length > 1)
}

/** Packs that only one registry holds. */
export function singleRows(plan: ImportPlanBody): readonly RepositoryRow[] {
  return plan.layers.filter((layer) => registriesOf(layer).length === 1)
}

function registriesOf(layer: RepositoryRow): readonly string[] {
  return [...new Set(layer.candidates.map((candidate) => candidate.registryUid))]
}

/** The candidate with the name of the registry in the file. */
export function sameNamed(layer: RepositoryRow): string | null {
  return layer.candidates.find(({ registryName }) => registryName === layer.sourceRegistry.name)?.registryUid ?? null
}

export interface SourceGroup {
  /** The registry in the file. */
  source: string
  rows: readonly RepositoryRow[]
  /** Registries here that hold all of the group's packs. */
  shared: readonly { uid: string; name: string }[]
}

/**
 * Rows grouped by their registry in the file, to choose one registry for all; only groups in which that saves a choice.
 */
export function sourceGroups(rows: readonly RepositoryRow[]): readonly SourceGroup[] {
  return [...Map.groupBy(rows, (row) => row.sourceRegistry.name)].flatMap(([source, members]) => {
    const [first] = members
    if (!first || source === '' || members.length < 2) return []
    const shared = first.candidates
      .filter(({ registryUid }) => members.every((row) => registriesOf(row).includes(registryUid)))
      .map(({ registryUid, registryName }) => ({ uid: registryUid, name: registryName }))
    return shared.length === 0 ? [] : [{ source, rows: members, shared }]
  })
}
