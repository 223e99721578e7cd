const AT_ONCE = 4

/** Asks others a few questions at a time; results are in the order of the items. */
export async function askEach<Item, Result>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const waiting = [...items.entries()]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await ask(next[1])
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return results
}
