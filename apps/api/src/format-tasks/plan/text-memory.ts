import { hash } from 'node:crypto'
import type { TextMemory } from '@waybill/profile-format'
import { LRUCache } from 'lru-cache'

/** Profiles of 1,000 layers several times over; what is kept of a text is its digest, and codes and places of its problems. */
const MOST_TEXTS = 10_000

/** Of this thread, until it ends: a file that is validated, decided about and imported is parsed once. */
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
