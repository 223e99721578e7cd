import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapAhead } from './map-ahead.ts'

const never = new AbortController().signal

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

describe('mapAhead', () => {
  it('yields results in the order of the items, whichever finishes first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.integer()),
        fc.integer({ min: 1, max: 9 }),
        async (s, items, width) => {
          const work = (item: number) => s.schedule(Promise.resolve(-item))
          const collected = collect(mapAhead(items, { width, signal: never }, work))
          await s.waitFor(collected.then(() => {}))
          expect(await collected).toEqual(items.map((item) => -item))
        },
      ),
    )
  })

  it('works on at most its width of items at once', async () => {
    let running = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, (running += 1))
      await Promise.resolve()
      running -= 1
    }
    await collect(mapAhead(Array.from({ length: 20 }), { width: 3, signal: never }, work))
    expect(most).toBe(3)
  })

  it('stops running work when the consumer stops', async () => {
    const signals: AbortSignal[] = []
    const work = (item: number, signal: AbortSignal) => {
      signals.push(signal)
      return Promise.resolve(item)
    }
    for await (const _ of mapAhead([1, 2, 3, 4], { width: 2, signal: never }, work)) break
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
  })

  it('throws an item’s error when its turn comes', async () => {
    const work = (item: number) => (item === 2 ? Promise.reject(new Error('second')) : Promise.resolve(item))
    const taken: number[] = []
    const walk = async () => {
      for await (const item of mapAhead([1, 2, 3], { width: 3, signal: never }, work)) taken.push(item)
    }
    await expect(walk()).rejects.toThrow('second')
    expect(taken).toEqual([1])
  })
})
