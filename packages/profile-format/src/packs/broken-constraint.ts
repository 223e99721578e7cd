import { isBroken } from '../plan/layers/plan-dependencies.ts'
import { parsePackConstraints, type PackDependency } from './pack-constraints.ts'

/** A version of a pack with its constraints on others (JSON out of pack.json). */
export interface ConstrainedPack {
  name: string
  version: string
  constraints: string
}

/** A constraint that two packs of a profile break: which pack declares it, of which pack, and the versions that it allows. */
export interface BrokenConstraint extends Pick<PackDependency, 'minVersion' | 'maxVersion'> {
  declaredBy: string
  packName: string
}

/** The first constraint between a version of a pack and the other packs of its profile that does not hold, whichever of the two declares it. */
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
