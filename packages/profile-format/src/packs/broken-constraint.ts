import { isBroken } from '../plan/layers/plan-dependencies.ts'
import { parsePackConstraints, type PackDependency } from './pack-constraints.ts'

/** A version of a pack with what it says of others (JSON of pack.json's constraints). */
export interface ConstrainedPack {
  name: string
  version: string
  constraints: string
}

/** Two packs whose versions do not go together: whose word it is, of which pack, and the versions that it would take. */
export interface PartedPacks extends Pick<PackDependency, 'minVersion' | 'maxVersion'> {
  saidBy: string
  packName: string
}

/** The first thing that parts a version of a pack from the other packs of its profile, whichever of the two says so. */
export function partedBy(pack: ConstrainedPack, others: readonly ConstrainedPack[]): PartedPacks | undefined {
  return others.flatMap((other) => [...saidOf(pack, other), ...saidOf(other, pack)])[0]
}

function saidOf({ name: saidBy, constraints }: ConstrainedPack, other: ConstrainedPack): PartedPacks[] {
  return parsePackConstraints(constraints)
    .filter((dependency) => dependency.packName === other.name && isBroken(dependency, other.version))
    .map(({ packName, minVersion, maxVersion }) => ({ saidBy, packName, minVersion, maxVersion }))
}
