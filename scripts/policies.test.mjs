import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './processes.mjs'

const features = join(root, 'apps/api/src/features')
const asksFor = (file) => /\b\w*[pP]ermissions\.has\(/.test(readFileSync(join(features, file), 'utf8'))

it('permissions are checked in policies only', () => {
  const asking = readdirSync(features, { recursive: true }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && asksFor(file),
  )
  expect(asking.length).toBeGreaterThan(5)
  expect(asking.filter((file) => !file.endsWith('-policy.ts'))).toEqual([])
})
