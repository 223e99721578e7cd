import { expect, it } from 'vitest'
import { memoryBudget } from './memory-budget.ts'

const MEBIBYTE = 1024 * 1024

it.each([
  [256, { threads: 1, heapMegabytes: 96, largeRequests: 2 }],
  [450, { threads: 1, heapMegabytes: 112, largeRequests: 3 }],
  [1_024, { threads: 2, heapMegabytes: 256, largeRequests: 8 }],
  [64_000, { threads: 2, heapMegabytes: 256, largeRequests: 8 }],
])('of %d MB there are shares, and no more of more than they need', (megabytes, budget) => {
  expect(memoryBudget(megabytes * MEBIBYTE)).toEqual(budget)
})
