import { expect, test } from 'vitest'
import { profileDocument } from '../testing/plan-fixture.ts'
import { summarise } from './source-summary.ts'

test('the summary of a file says what it is', () => {
  expect(summarise(profileDocument, 'json')).toBe(
    'Cluster profile edge-base 1.2.0, 0 layers, 0 variables, exported as JSON',
  )
})
