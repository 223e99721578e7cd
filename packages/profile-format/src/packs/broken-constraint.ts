import { isBroken } from '../plan/layers/plan-dependencies.ts'
import { parsePackConstraints, type PackDependency } from './pack-constraints.ts'

/** A version of a pack with its constraints on other packs (JSON from pack.json). */
export interface ConstrainedPack {
  name: string
  version: string
  constraints: string
}

/**
 * A broken constraint between two packs: the pack that declares it, the pack it is about, and the versions that it
 * allows.
 */
export interface BrokenConstraint extends Pick<PackDependency, 'minVersion' | 'maxVersion'> {
  declaredBy: string
  packName: string
}

/**
 * The first constraint that a version of a pack breaks with the other packs of its profile, whichever of the two
 * declares it.
 */
export function brokenConstraint(
  pack: ConstrainedPack,
  others: readonly ConstrainedPack[],
): BrokenConstraint | undefined {
  return others.flatMap((other) => [...brokenBetween(pack, other), ...brokenBetween(other, pack)])[0]
}

function brokenBetween({ name: declaredBy, constraints }: ConstrainedPack, other: ConstrainedPack): BrokenConstraint[] {
  return parsePackConstraints(constraints)
    .filter((dependency) => dependency.packName === other.name && isBroken(dependency, other.version))
    .map(({ packName, minVersion, maxVersion }) => ({ declaredBy, packName, minVersion, maxVersion }))
}
