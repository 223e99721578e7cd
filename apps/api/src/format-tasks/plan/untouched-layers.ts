import { isDeepStrictEqual } from 'node:util'
import {
  layerIndexOf,
  packNameOf,
  type DocumentPack,
  type ImportPlan,
  type Problem,
  type ProfileDocument,
} from '@waybill/profile-format'

/** Problems of looking for a pack. */
const OF_LOOKUP: readonly Problem['code'][] = [
  'PackNotFound',
  'PackVersionNotFound',
  'PackNotInRegistry',
  'RegistryNotFound',
  'RegistryAmbiguous',
]
/** Problems that a layer can get without being changed: with its pack, its registry, or the rules for its texts. */
const OF_LAYER: ReadonlySet<Problem['code']> = new Set([
  ...OF_LOOKUP,
  'RegistryUnread',
  'PackValueMissing',
  'PackValueInvalid',
  'PackValueReadonly',
  'YamlInvalid',
  'YamlLimit',
])
const OF_TWO_PACKS: ReadonlySet<Problem['code']> = new Set([
  'PackDependencyMissing',
  'PackDependencyVersion',
  'PackConflict',
])

/** A change is checked only for what it touches: a problem that an untouched layer already had becomes a warning. */
export function toleratingUntouched(plan: ImportPlan, before: ProfileDocument): ImportPlan {
  const { packs } = plan.document
  const old = new Map(before.packs.map((pack) => [pack.name, pack]))
  const isUntouched = (pack: DocumentPack | undefined) => !!pack && isDeepStrictEqual(pack, old.get(pack.name))
  const kept = new Set(packs.filter(isUntouched).map(({ name }) => name))
  const changed = new Set([...before.packs, ...packs].flatMap(({ name }) => (kept.has(name) ? [] : [packNameOf(name)])))
  const isTolerated = ({ code, path, params }: Problem) =>
    isUntouched(packs[layerIndexOf(path) ?? -1]) &&
    (OF_LAYER.has(code) || (OF_TWO_PACKS.has(code) && !changed.has(String(params['dependency']))))
  return {
    ...plan,
    problems: plan.problems.map((problem) => (isTolerated(problem) ? { ...problem, severity: 'warning' } : problem)),
  }
}

/** Drops problems of layers whose requests are refused anyway: they are about a pack that nobody asked for. */
export function withoutEchoes(plan: ImportPlan, said: readonly Problem[]): ImportPlan {
  const refused = new Set(said.flatMap(({ severity, path }) => (severity === 'error' ? [layerIndexOf(path)] : [])))
  const asked = new Set(said.map(({ code, path }) => `${code} ${path}`))
  const isEcho = ({ code, path }: Problem) =>
    !asked.has(`${code} ${path}`) &&
    (OF_LOOKUP.includes(code) || (code === 'MissingField' && path.endsWith('.version'))) &&
    refused.has(layerIndexOf(path))
  return { ...plan, problems: plan.problems.filter((problem) => !isEcho(problem)) }
}
