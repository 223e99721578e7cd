import { packNameOf } from '../../packs/choose/choose-catalogue.ts'
import type { ProfileType } from '../../document/document.ts'
import type { PackDependency } from '../../packs/pack-constraints.ts'
import { parsePackConstraints } from '../../packs/pack-constraints.ts'
import { errorAt, warningAt } from '../../problems/problem-at.ts'
import { packPath } from '../../problems/problem-place.ts'
import type { PackCandidate, PlannedLayer } from '../import-plan.ts'
import type { Problem } from '../../problems/problems.ts'
import { isOpenRange, isVersionInRange } from '../../rules/version-range.ts'

interface Broken {
  problem: Problem
  dependency: PackDependency
  /** The layers of the other pack whose version breaks the dependency. */
  others: readonly PlannedLayer[]
}

interface DependencyCheck {
  layer: PlannedLayer
  dependency: PackDependency
  others: readonly PlannedLayer[]
  type: ProfileType
}

/**
 * Checks the constraints that the packs of the layers declare on each other, and limits the alternative versions to
 * those that satisfy them. Only the chosen pack counts; a manifest layer with a pack's name is not that pack.
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
  const conflicting = broken.flatMap(({ others, dependency }) => others.map((layer) => ({ layer, dependency })))
  const byLayer = Map.groupBy(conflicting, ({ layer }) => layer)
  return {
    layers: layers.map((layer) => withFitting(layer, byLayer.get(layer)?.map(({ dependency }) => dependency) ?? [])),
    problems: broken.map(({ problem }) => problem),
  }
}

/**
 * The candidates on both sides of every constraint that some candidate breaks: for these it is worth looking up other
 * versions.
 */
export function packsInConflict(candidates: readonly PackCandidate[]): { name: string; version: string }[] {
  const byName = Map.groupBy(candidates, (candidate) => candidate.name)
  const conflicting = candidates.flatMap((candidate) =>
    parsePackConstraints(candidate.constraints).flatMap((dependency) => {
      const others = (byName.get(dependency.packName) ?? []).filter((other) => isBroken(dependency, other.version))
      return others.length > 0 ? [candidate, ...others] : []
    }),
  )
  return [...new Set(conflicting)].map(({ name, version }) => ({ name, version }))
}

function checkDependency(check: DependencyCheck): Broken | undefined {
  const { dependency, others } = check
  if (others.length === 0) {
    return dependency.type === 'required' ? { problem: missing(check), dependency, others } : undefined
  }
  const broken = others.filter((other) => isBroken(dependency, other.version))
  const [first] = broken
  // If a required pack occurs several times, one version that fits is enough.
  if (first === undefined || (dependency.type === 'required' && broken.length < others.length)) return undefined
  return { problem: conflict(check, first), dependency, others: broken }
}

/** Whether a version of the other pack breaks a dependency. */
export function isBroken(dependency: PackDependency, version: string): boolean {
  if (dependency.type === 'upgrade') return false
  if (dependency.type !== 'notSupported') return isVersionInRange(version, dependency) === false
  return isOpenRange(dependency) || isVersionInRange(version, dependency) === true
}

/** A cluster is made of several profiles: a pack that this one cannot hold may come with another. */
function missing({ layer, dependency, type }: DependencyCheck): Problem {
  const at = canHold(type, dependency.layer) ? errorAt : warningAt
  return at(packPath(layer.index, 'name'), 'PackDependencyMissing', paramsOf(layer, dependency))
}

function canHold(type: ProfileType, layer: string): boolean {
  if (type === 'add-on') return layer === 'addon' || layer === ''
  return type !== 'infra' || layer !== 'addon'
}

function conflict({ layer, dependency }: DependencyCheck, other: PlannedLayer): Problem {
  const code = dependency.type === 'notSupported' ? 'PackConflict' : 'PackDependencyVersion'
  return errorAt(packPath(layer.index, 'version'), code, { ...paramsOf(layer, dependency), found: other.version })
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
