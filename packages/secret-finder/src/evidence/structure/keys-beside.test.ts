import { countCalls } from '@waybill/layer-text/testing/count-calls'
import { expect, it } from 'vitest'
import { inspectText } from '../../inspect-text.ts'

it('looks through the keys of a map no more often when it has more of them', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, index) => `key_${index}: a\n`).join('')
  const lists = (count: number) =>
    countCalls(Map.prototype, 'keys', () =>
      inspectText(`password: hunter2-of-ours\n${keys(count)}`, {
        kind: 'values',
        declaredPaths: [],
        suspicions: [],
      }),
    )
  expect(lists(40)).toBeLessThanOrEqual(lists(10))
})
