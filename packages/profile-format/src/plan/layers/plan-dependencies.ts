import { packNameOf } from '../../packs/choose/choose-catalogue.ts'
import type { ProfileType } from '../../document/document.ts'
import type { PackDependency } from '../../packs/pack-constraints.ts'
import { parsePackConstraints } from '../../packs/pack-constraints.ts'
import { errorAt, warningAt } from '../../problems/problem-at.ts'
import type { PackCandidate, PlannedLayer } from '../import-plan.ts'
import type { Problem } from '../../problems/problems.ts'
import { isOpenRange, isVersionInRange } from '../../rules/version-range.ts'

interface Broken {
  problem: Problem
  dependency: PackDependency
  /** Layers of the other pack whose version is why. */
  others: readonly PlannedLayer[]
}

interface DependencyCheck {
  layer: PlannedLayer
  dependency: PackDependency
  others: readonly PlannedLayer[]
  type: ProfileType
}

/**
 * Holds the layers to what their packs say of each other, and leaves those versions to choose instead that keep it.
 * Only the pack that was chosen counts; a manifest of a pack's name is not that pack.
 */
export function planDependencies(
  type: ProfileType,
  layers: readonly PlannedLayer[],
): { layers: PlannedLayer[]; problems: Problem[] } {
  const packs = layers.filter((layer) => layer.type !== 'manifest')
  const byName = Map.groupBy(packs, (layer) => packNameOf(layer.name))
  const broken = packs.flatMap((layer) =>
    parsePackConstraints(layer.chosen?.constraints ?? '').flatMap((dependency) => {
      const others = byName.get(dependency.packName) ?? []
      const broken = checkDependency({ layer, dependency, others, type })
      return broken ? [broken] : []
    }),
  )
  const parted = broken.flatMap(({ others, dependency }) => others.map((layer) => ({ layer, dependency })))
  const kept = Map.groupBy(parted, ({ layer }) => layer)
  return {
    layers: layers.map((layer) => withFitting(layer, kept.get(layer)?.map(({ dependency }) => dependency) ?? [])),
    problems: broken.map(({ problem }) => problem),
  }
}

/**
 * Packs whose versions here part them from each other, so that other versions of them are worth knowing: both sides of every
 * dependency that some candidate breaks.
 */
export function packsApart(candidates: readonly PackCandidate[]): { name: string; version: string }[] {
  const byName = Map.groupBy(candidates, (candidate) => candidate.name)
  const apart = candidates.flatMap((candidate) =>
    parsePackConstraints(candidate.constraints).flatMap((dependency) => {
      const others = (byName.get(dependency.packName) ?? []).filter((other) => isBroken(dependency, other.version))
      return others.length > 0 ? [candidate, ...others] : []
    }),
  )
  return [...new Set(apart)].map(({ name, version }) => ({ name, version }))
}

function checkDependency(check: DependencyCheck): Broken | undefined {
  const { dependency, others } = check
  if (others.length === 0) {
    return dependency.type === 'required' ? { problem: missing(check), dependency, others } : undefined
  }
  const broken = others.filter((other) => isBroken(dependency, other.version))
  const [first] = broken
  // Of a pack that stands there several times one that fits is enough where one is required.
  if (first === undefined || (dependency.type === 'required' && broken.length < others.length)) return undefined
  return { problem: apart(check, first), dependency, others: broken }
}

/** Whether a version of the other pack is one that a dependency does not go with. */
export function isBroken(dependency: PackDependency, version: string): boolean {
  if (dependency.type === 'upgrade') return false
  if (dependency.type !== 'notSupported') return isVersionInRange(version, dependency) === false
  return isOpenRange(dependency) || isVersionInRange(version, dependency) === true
}

/** A cluster is made of several profiles: what cannot stand in this one comes with another. */
function missing({ layer, dependency, type }: DependencyCheck): Problem {
  const at = canHold(type, dependency.layer) ? errorAt : warningAt
  return at(`spec.template.packs[${layer.index}].name`, 'PackDependencyMissing', paramsOf(layer, dependency))
}

function canHold(type: ProfileType, layer: string): boolean {
  if (type === 'add-on') return layer === 'addon' || layer === ''
  return type !== 'infra' || layer !== 'addon'
}

function apart({ layer, dependency }: DependencyCheck, other: PlannedLayer): Problem {
  const path = `spec.template.packs[${layer.index}].version`
  const code = dependency.type === 'notSupported' ? 'PackConflict' : 'PackDependencyVersion'
  return errorAt(path, code, { ...paramsOf(layer, dependency), found: other.version })
}

function paramsOf(layer: PlannedLayer, { packName, minVersion, maxVersion }: PackDependency): Problem['params'] {
  return {
    name: layer.name,
    version: layer.version,
    dependency: packName,
    ...(minVersion === '' ? {} : { minVersion }),
    ...(maxVersion === '' ? {} : { maxVersion }),
  }
}

function withFitting(layer: PlannedLayer, dependencies: readonly PackDependency[]): PlannedLayer {
  if (dependencies.length === 0) return layer
  const alternatives = layer.alternatives.filter(({ version }) =>
    dependencies.every((dependency) => !isBroken(dependency, version)),
  )
  return { ...layer, alternatives }
}
