import { hash } from 'node:crypto'
import type { TextMemory } from '@waybill/profile-format'
import { LRUCache } from 'lru-cache'

/** Enough for several profiles of 1,000 layers; only a text's digest and its problems' codes and places are stored. */
const MOST_TEXTS = 10_000

/** One per thread: a file that is validated, decided about and imported is parsed once. */
export function createTextMemory(): TextMemory {
  const found = new LRUCache<string, ReturnType<TextMemory>>({ max: MOST_TEXTS })
  return (kind, text, check) => {
    const key = `${kind} ${hash('sha256', text, 'base64')}`
    const known = found.get(key)
    if (known) return known
    const problems = check()
    found.set(key, problems)
    return problems
  }
}
