/**
 * Works on up to `width` items at a time and yields the results in the order of the items. When the consumer stops, the
 * signal passed to `work` aborts and the running work is awaited.
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
    result.catch(() => {}) // rethrown below when its turn comes
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
