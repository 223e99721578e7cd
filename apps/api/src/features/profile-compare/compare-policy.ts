/**
 * Equal secrets are reported only to callers who may change every stored side: somebody who may change one alone could
 * write guesses there and compare them with the other. The same goes for somebody who brings a file, since they know
 * what is in it.
 */
export const maySeeEqualSecrets = (keptSides: readonly { mayChange: boolean }[]): boolean =>
  keptSides.every(({ mayChange }) => mayChange)
