/** Milliseconds of repeated runs, the slow first ones left out. */
export interface Timing {
  median: number
  p95: number
  runs: number
}

/** Runs one after the other, so that a figure is the time one caller waits. */
export async function measure(runs: number, work: (run: number) => Promise<void>, warmUp = 5): Promise<Timing> {
  const times: number[] = []
  for (let run = -warmUp; run < runs; run++) {
    const start = performance.now()
    await work(run + warmUp)
    if (run >= 0) times.push(performance.now() - start)
  }
  return timingOf(times)
}

/** A server that has just started compiles what it is asked for most while it answers. */
const WARM_UP = 100

/** So many runs by `at` callers, each of whom waits for its answer before it asks again, after what warms the server up; `calls` are all. */
export async function measureParallel(
  { runs, at }: { runs: number; at: number },
  work: (run: number) => Promise<unknown>,
): Promise<Timing & { calls: number }> {
  const times: number[] = []
  let next = 0
  const caller = async () => {
    for (let run = next++; run < runs + WARM_UP; run = next++) {
      const start = performance.now()
      await work(run)
      if (run >= WARM_UP) times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: at }, caller))
  return { ...timingOf(times), calls: runs + WARM_UP }
}

function timingOf(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b)
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95), runs: times.length }
}

export const percentile = (times: readonly number[], share: number) =>
  at(
    times.toSorted((a, b) => a - b),
    share,
  )

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
