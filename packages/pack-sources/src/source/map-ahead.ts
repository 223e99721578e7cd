/**
 * Works on up to `width` items at a time and hands out the results in the order of the items. Whoever stops taking ends the
 * work: its signal aborts, and what still runs is waited for.
 */
export async function* mapAhead<Item, Result>(
  items: Iterable<Item>,
  { width, signal }: { width: number; signal: AbortSignal },
  work: (item: Item, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<Result> {
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const running: Promise<Result>[] = []
  const start = (item: Item) => {
    const result = work(item, either)
    result.catch(() => {}) // thrown where it is taken, in its turn
    running.push(result)
  }
  try {
    for (const item of items) {
      start(item)
      const first = running.length === width ? running.shift() : undefined
      if (first) yield await first
    }
    for (let first = running.shift(); first; first = running.shift()) yield await first
  } finally {
    stop.abort()
    await Promise.allSettled(running)
  }
}
