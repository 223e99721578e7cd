import { expect, test } from 'vitest'
import { scanShapes } from './scan-shapes.ts'

test('eight megabytes of base64, which an installation may allow, are scanned like any other text', () => {
  const encoded = 'abcdEFGH0123'.repeat(700_000)
  expect(scanShapes(`data: ${encoded}\n`)).toEqual([])
})
