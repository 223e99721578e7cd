import type { RegistryReference } from '../../document/document.ts'
import type { ImportFacts, PackCandidate, PlannedLayer } from '../../plan/import-plan.ts'

/** What a choice has to know of the registries here. */
export interface RegistryIndex {
  /** Their names by uid. */
  names: ReadonlyMap<string, string>
  /** Whether the only holder of a pack may stand for a registry that is not here. */
  mustMatch: boolean
}

/** Which registry a layer is taken from, or why from none. */
export interface RegistryChoice {
  chosen: PackCandidate | null
  choice: PlannedLayer['choice']
  /** Why nothing was chosen although something holds the pack. */
  refusal?: 'RegistryNotFound' | 'RegistryAmbiguous' | 'PackNotInRegistry'
  /** True when the caller decided for a registry that does not hold the pack. */
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
  /** Of one pack and version, one per registry. */
  candidates: readonly PackCandidate[]
  decided: string | undefined
  registries: RegistryIndex
}

/**
 * Where a pack comes from (ADR 18), in this order: what the caller decided; the registry of the uid in the file; the registry of
 * the same name; the only registry that holds it.
 *
 * A registry that is here by its uid is never replaced: where it does not hold the pack, that is `PackNotInRegistry` with those
 * that do. One that is unknown here gives way to the only holder, but for a tenant whose registries must match: there it is
 * `RegistryNotFound`. A decision for one of the candidates settles all of them.
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
  // Names are unique here, and real files disagree with themselves about the kind, so the name alone decides.
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
