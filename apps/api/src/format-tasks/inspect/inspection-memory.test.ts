import type { SecretPlace } from '@waybill/secret-finder'
import { expect, it } from 'vitest'
import { createInspectionMemory } from './inspection-memory.ts'

const PLACE = {
  start: 0,
  end: 1,
  path: `${'k'.repeat(1_000)}.password`,
  source: 'suspected',
  reason: 'key-name',
  strength: 'likely',
  replacement: '********',
} satisfies SecretPlace

it('stores no more paths than its characters allow, however short the texts are', () => {
  const memory = createInspectionMemory()
  const secrets = Array.from({ length: 1_000 }, () => PLACE)
  const keys = Array.from({ length: 20 }, (_none, at) => `text ${at}`)
  for (const key of keys) memory.keep(key, 'short', { secrets, possible: [], masked: [], references: [] })
  const kept = keys.filter((key) => memory.recall(key))
  expect(kept.length * secrets.length * PLACE.path.length).toBeLessThan(2 * 1024 * 1024)
  expect(kept.at(-1)).toBe(keys.at(-1))
})
