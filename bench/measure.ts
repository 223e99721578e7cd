/** Over repeated runs, without the slow first ones. */
export interface Timing {
  median: number
  /** The time when nothing else uses the machine. */
  least: number
}

export interface Measuring {
  runs: number
  warmUp?: number
  /** Read before and after each run: wall time by default, or a process's CPU time. */
  clock?: () => number
}

type Works<Name extends string> = Readonly<Record<Name, (run: number) => Promise<unknown>>>

/** Runs all of them in turn, repeatedly: other load on the machine slows each of them, and their ratio stays. */
export async function interleave<Name extends string>(
  works: Works<Name>,
  { runs, warmUp = 5, clock = () => performance.now() }: Measuring,
): Promise<Record<Name, Timing>> {
  const names = Object.keys(works) as Name[]
  const taken = new Map(names.map((name): [Name, number[]] => [name, []]))
  for (let run = 0; run < runs + warmUp; run++) {
    for (const name of names) {
      const start = clock()
      await works[name](run)
      if (run >= warmUp) taken.get(name)?.push(clock() - start)
    }
  }
  const timings = names.map((name) => [name, timingOf(taken.get(name) ?? [])] as const)
  return Object.fromEntries(timings) as Record<Name, Timing>
}

function timingOf(taken: readonly number[]): Timing {
  const sorted = taken.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, least: sorted[0] ?? Number.NaN }
}

/** Makes `calls` calls by `at` concurrent callers, each of whom waits for a response before the next call. */
export async function callInParallel(calls: number, at: number, call: (index: number) => Promise<unknown>) {
  let next = 0
  const caller = async () => {
    for (let index = next++; index < calls; index = next++) await call(index)
  }
  await Promise.all(Array.from({ length: at }, caller))
}
