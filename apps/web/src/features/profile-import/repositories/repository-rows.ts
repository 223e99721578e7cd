import type { ImportPlanBody } from '@waybill/api-contract'

export type RepositoryRow = ImportPlanBody['layers'][number]

/** Packs that more than one registry here holds: those that are to be chosen. */
export function repositoryRows(plan: ImportPlanBody): readonly RepositoryRow[] {
  return plan.layers.filter((layer) => registriesOf(layer).length > 1)
}

/** Packs that come from their only registry. */
export function singleRows(plan: ImportPlanBody): readonly RepositoryRow[] {
  return plan.layers.filter((layer) => registriesOf(layer).length === 1)
}

function registriesOf(layer: RepositoryRow): readonly string[] {
  return [...new Set(layer.candidates.map((candidate) => candidate.registryUid))]
}

/** The candidate whose registry is called as in the file. */
export function sameNamed(layer: RepositoryRow): string | null {
  return layer.candidates.find(({ registryName }) => registryName === layer.sourceRegistry.name)?.registryUid ?? null
}

export interface SourceGroup {
  /** Registry in the file. */
  source: string
  rows: readonly RepositoryRow[]
  /** Registries here that hold all of its packs. */
  shared: readonly { uid: string; name: string }[]
}

/** Rows by the registry that the file has them from, to choose once for all; only where that saves a choice. */
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
