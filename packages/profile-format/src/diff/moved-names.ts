/** The smallest set of names that must move to turn one order into the other; names that one side lacks are ignored. */
export function movedNames(before: readonly string[], after: readonly string[]): Set<string> {
  const old = new Map(before.map((name, index) => [name, index]))
  const kept = after.filter((name) => old.has(name))
  // The longest run of names that ascends in the old order stays in place; all others moved.
  const runs: string[][] = []
  for (const name of kept) {
    const place = old.get(name) ?? 0
    runs.push([...longestOf(runs.filter((run) => (old.get(run.at(-1) ?? '') ?? 0) < place)), name])
  }
  const still = new Set(longestOf(runs))
  return new Set(kept.filter((name) => !still.has(name)))
}

const longestOf = (runs: readonly string[][]) =>
  runs.reduce<string[]>((best, run) => (run.length > best.length ? run : best), [])
