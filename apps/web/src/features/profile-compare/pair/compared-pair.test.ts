import { expect, test } from 'vitest'
import { pairSearch, readPair, swapped, withSide } from './compared-pair.ts'

const pair = { left: 'a', right: 'b', leftProject: '', rightProject: 'p' }

test('a pair comes out of the address as it went in', () => {
  expect(readPair(new URLSearchParams(pairSearch(pair)))).toEqual(pair)
})

test('a swapped pair takes its projects along', () => {
  expect(pairSearch(swapped(pair))).toBe('?left=b&right=a&leftProject=p')
})

test('another profile on one side leaves the other side as it is', () => {
  expect(withSide(pair, 'left', { uid: 'c', project: 'q' })).toEqual({ ...pair, left: 'c', leftProject: 'q' })
})
