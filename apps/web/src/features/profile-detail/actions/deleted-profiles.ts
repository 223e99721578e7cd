const deleted = new Set<string>()

/** Entries of the history still name what was deleted here; going back to one leads to the list. */
export function rememberDeleted(profileUid: string): void {
  deleted.add(profileUid)
}

export function wasDeletedHere(profileUid: string): boolean {
  return deleted.has(profileUid)
}
