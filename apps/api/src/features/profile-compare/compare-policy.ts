import type { Caller } from '../../platform/access/caller.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** A profile of another project is there for who may view profiles in that one. @throws AppError ResourceNotFound */
export function requireView({ permissions }: Caller): void {
  if (!permissions.has('clusterProfile.get')) throw new AppError('ResourceNotFound')
}

/**
 * Which secrets are equal is said only to who may change all sides that are kept here: who may change one alone could try guesses
 * there against the other. Who brings a file knows what is in it, and could try guesses with it.
 */
export const maySeeEqualSecrets = (keptSides: readonly { mayChange: boolean }[]): boolean =>
  keptSides.every(({ mayChange }) => mayChange)
