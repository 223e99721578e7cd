import type { RegistryReference } from '../../document/document.ts'
import type { ImportFacts, PackCandidate, PlannedLayer } from '../../plan/import-plan.ts'

/** Registries here by what a document may call them. */
export interface RegistryIndex {
  uids: ReadonlySet<string>
  names: ReadonlySet<string>
}

export interface RegistryChoice {
  chosen: PackCandidate | null
  choice: PlannedLayer['choice']
  /** Why nothing was chosen although something holds the pack. */
  refusal?: 'RegistryNotFound' | 'RegistryAmbiguous'
  /** True when the caller decided for a registry that does not hold the pack. */
  isDecisionInvalid?: boolean
}

/** Indexes the registries of the target. */
export function indexRegistries(registries: ImportFacts['registries']): RegistryIndex {
  return {
    uids: new Set(registries.map((registry) => registry.uid)),
    names: new Set(registries.map((registry) => registry.name)),
  }
}

interface RegistryQuestion {
  source: RegistryReference
  /** Of one pack and version, one per registry. */
  candidates: readonly PackCandidate[]
  decided: string | undefined
  /** A version that the caller chose was offered with the registry that holds it. */
  isVersionDecided?: boolean
  registries: RegistryIndex
}

/**
 * Where a pack comes from (design.md decision 9), in this order: what the caller decided; the uid in the file; the registry of
 * the same name; the only registry that holds it.
 *
 * One exception to the last: a *private* registry that nothing here resembles, neither by uid nor by name, is not replaced in
 * silence by another one that happens to have a pack of that name (dependency confusion; a uid of another tenant gets the same
 * answer as one that does not exist). That is `RegistryNotFound`, and settled by a decision for one of the candidates or for
 * another version, which is offered with its registry.
 */
export function chooseRegistry(question: RegistryQuestion): RegistryChoice {
  const { candidates, decided } = question
  if (decided === undefined) return chooseByReference(question)
  const chosen = candidates.find((candidate) => candidate.registry.uid === decided)
  return chosen === undefined
    ? { ...chooseByReference(question), isDecisionInvalid: true }
    : { chosen, choice: 'decision' }
}

function chooseByReference({ source, candidates, isVersionDecided, registries }: RegistryQuestion): RegistryChoice {
  const byUid = candidates.find((candidate) => candidate.registry.uid === source.uid)
  if (byUid !== undefined) return { chosen: byUid, choice: 'uid' }
  // Names are unique here, and real files disagree with themselves about the kind, so the name alone decides.
  const byName = source.name ? candidates.find((candidate) => candidate.registry.name === source.name) : undefined
  if (byName !== undefined) return { chosen: byName, choice: 'same-name' }
  const [first, second] = candidates
  if (first === undefined) return { chosen: null, choice: 'none' }
  if (!isVersionDecided && isForeignPrivate(source, registries))
    return { chosen: null, choice: 'none', refusal: 'RegistryNotFound' }
  if (second !== undefined) return { chosen: null, choice: 'none', refusal: 'RegistryAmbiguous' }
  return { chosen: first, choice: 'only' }
}

function isForeignPrivate({ uid, name, isPrivate }: RegistryReference, registries: RegistryIndex): boolean {
  if (!isPrivate || (!uid && !name)) return false
  return !registries.uids.has(uid ?? '') && !registries.names.has(name ?? '')
}
