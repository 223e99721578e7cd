import { expect, test } from 'vitest'
import { pairSearch, readPair, swapped, withSide } from './compared-pair.ts'

const pair = { left: 'a', right: 'b', leftProject: '', rightProject: 'p' }

test('a pair is read from the address as it was written', () => {
  expect(readPair(new URLSearchParams(pairSearch(pair)))).toEqual(pair)
})

test('a swapped pair swaps its projects too', () => {
  expect(pairSearch(swapped(pair))).toBe('?left=b&right=a&leftProject=p')
})

test('another profile on one side leaves the other side unchanged', () => {
  expect(withSide(pair, 'left', { uid: 'c', project: 'q' })).toEqual({ ...pair, left: 'c', leftProject: 'q' })
})
