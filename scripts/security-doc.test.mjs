import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './processes.mjs'

const TEST = /`([\w./-]+\.(?:test|spec)\.tsx?)`/g

it('docs/security.md names tests that are there', () => {
  const text = readFileSync(join(root, 'docs/security.md'), 'utf8')
  const named = [...new Set([...text.matchAll(TEST)].map(([, name]) => name))]
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((name) => !['', 'apps/api/src'].some((folder) => existsSync(join(root, folder, name))))).toEqual(
    [],
  )
})
