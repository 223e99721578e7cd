import { expect, test } from 'vitest'
import { scanShapes } from './scan-shapes.ts'

test('base64 of eight megabytes, as an installation may allow it, is looked through like any other', () => {
  const encoded = 'abcdEFGH0123'.repeat(700_000)
  expect(scanShapes(`data: ${encoded}\n`)).toEqual([])
})
