import { describe, expect, test } from 'vitest'
import { fileSize, summarise } from './source-summary.ts'
import { profileDocument } from '../testing/plan-fixture.ts'

describe('the summary of a file', () => {
  test('says what it is', () => {
    expect(summarise(profileDocument, 'json')).toBe(
      'Cluster profile edge-base 1.2.0, 0 layers, 0 variables, exported as JSON',
    )
  })

  test.each([
    [0, '0 bytes'],
    [812, '812 bytes'],
    [1_300_000, '1.3 MB'],
  ])('says %i bytes as %s', (bytes, said) => {
    expect(fileSize(bytes)).toBe(said)
  })
})
