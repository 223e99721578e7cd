/**
 * Which secrets are equal is said only to who may change all sides that are kept here: who may change one alone could try guesses
 * there against the other. Who brings a file knows what is in it, and could try guesses with it.
 */
export const maySeeEqualSecrets = (keptSides: readonly { mayChange: boolean }[]): boolean =>
  keptSides.every(({ mayChange }) => mayChange)
