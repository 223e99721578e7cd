import type { RegistryReference } from '../../document/document.ts'
import type { ImportFacts, PackCandidate, PlannedLayer } from '../../plan/import-plan.ts'

/** The target's registries, as far as the choice depends on them. */
export interface RegistryIndex {
  /** Names by uid. */
  names: ReadonlyMap<string, string>
  /** False when the only registry that holds a pack may replace one that is not here. */
  mustMatch: boolean
}

/** The registry that a layer is taken from, or why there is none. */
export interface RegistryChoice {
  chosen: PackCandidate | null
  choice: PlannedLayer['choice']
  /** Why none was chosen although some registry holds the pack. */
  refusal?: 'RegistryNotFound' | 'RegistryAmbiguous' | 'PackNotInRegistry'
  /** True when the caller chose a registry that does not hold the pack. */
  isDecisionInvalid?: boolean
}

/** Indexes the registries of the target. */
export function indexRegistries({
  registries,
  registriesMustMatch = false,
}: Pick<ImportFacts, 'registries' | 'registriesMustMatch'>): RegistryIndex {
  return { names: new Map(registries.map(({ uid, name }) => [uid, name])), mustMatch: registriesMustMatch }
}

interface RegistryQuestion {
  source: RegistryReference
  /** Registries that hold the pack in the version, one candidate each. */
  candidates: readonly PackCandidate[]
  decided: string | undefined
  registries: RegistryIndex
}

/**
 * Chooses the registry of a pack (ADR 18), in this order: the caller's decision; the registry with the uid in the file;
 * the registry of the same name; the only registry that holds it.
 *
 * A registry whose uid is known here is never replaced: if it does not hold the pack, that is `PackNotInRegistry`, with
 * the registries that do. An unknown one is replaced by the only holder, unless the tenant's registries must match:
 * then it is `RegistryNotFound`. A decision for one of the candidates overrides all of this.
 */
export function chooseRegistry(question: RegistryQuestion): RegistryChoice {
  const { candidates, decided } = question
  if (decided === undefined) return chooseByReference(question)
  const chosen = candidates.find((candidate) => candidate.registry.uid === decided)
  return chosen === undefined
    ? { ...chooseByReference(question), isDecisionInvalid: true }
    : { chosen, choice: 'decision' }
}

function chooseByReference({ source, candidates, registries }: RegistryQuestion): RegistryChoice {
  const byUid = candidates.find((candidate) => candidate.registry.uid === source.uid)
  if (byUid !== undefined) return { chosen: byUid, choice: 'uid' }
  const [first, second] = candidates
  if (first === undefined) return { chosen: null, choice: 'none' }
  if (registries.names.has(source.uid ?? '')) return refusedFor('PackNotInRegistry')
  // Names are unique here and real files are inconsistent about the kind, so only the name is compared.
  const byName = source.name ? candidates.find((candidate) => candidate.registry.name === source.name) : undefined
  if (byName !== undefined) return { chosen: byName, choice: 'same-name' }
  if (second !== undefined) return refusedFor('RegistryAmbiguous')
  if (registries.mustMatch && (source.uid || source.name)) return refusedFor('RegistryNotFound')
  return { chosen: first, choice: 'only' }
}

const refusedFor = (refusal: NonNullable<RegistryChoice['refusal']>): RegistryChoice => ({
  chosen: null,
  choice: 'none',
  refusal,
})
