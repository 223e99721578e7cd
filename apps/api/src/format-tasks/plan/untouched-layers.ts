import { isDeepStrictEqual } from 'node:util'
import {
  layerIndexOf,
  packNameOf,
  type DocumentPack,
  type ImportPlan,
  type Problem,
  type ProfileDocument,
} from '@waybill/profile-format'

/** What looking for a pack may end in. */
const OF_LOOKUP: readonly Problem['code'][] = [
  'PackNotFound',
  'PackVersionNotFound',
  'PackNotInRegistry',
  'RegistryNotFound',
  'RegistryAmbiguous',
]
/** What can come to be wrong with a layer while nobody changes it: its pack, its registry, or the rules for its texts. */
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

/** Only what a change touches is checked: what is wrong with a layer that it leaves alone, and was so before, is a warning. */
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

/** Without what was found of layers whose requests are refused already: it is about a pack that nobody asked for. */
export function withoutEchoes(plan: ImportPlan, said: readonly Problem[]): ImportPlan {
  const refused = new Set(said.flatMap(({ severity, path }) => (severity === 'error' ? [layerIndexOf(path)] : [])))
  const asked = new Set(said.map(({ code, path }) => `${code} ${path}`))
  const isEcho = ({ code, path }: Problem) =>
    !asked.has(`${code} ${path}`) &&
    (OF_LOOKUP.includes(code) || (code === 'MissingField' && path.endsWith('.version'))) &&
    refused.has(layerIndexOf(path))
  return { ...plan, problems: plan.problems.filter((problem) => !isEcho(problem)) }
}
