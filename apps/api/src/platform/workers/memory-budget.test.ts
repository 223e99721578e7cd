import { expect, it } from 'vitest'
import { memoryBudget } from './memory-budget.ts'

const MEBIBYTE = 1024 * 1024

it.each([
  [256, { threads: 1, heapMegabytes: 96, largeRequests: 2, waitingRequests: 32, databaseMegabytes: 16 }],
  [450, { threads: 1, heapMegabytes: 96, largeRequests: 3, waitingRequests: 56, databaseMegabytes: 28 }],
  [1_024, { threads: 2, heapMegabytes: 204, largeRequests: 4, waitingRequests: 128, databaseMegabytes: 64 }],
  [64_000, { threads: 2, heapMegabytes: 256, largeRequests: 4, waitingRequests: 200, databaseMegabytes: 128 }],
])('of %d MB is divided, with no share larger than needed', (megabytes, budget) => {
  expect(memoryBudget(megabytes * MEBIBYTE)).toMatchObject(budget)
})

it.each([
  [256, 100, 1],
  [450, 180, 4.5],
  [1_024, 410, 18.85],
  [24_000, 180, 10.5],
  [24_000, 4_096, 64],
])('of %d MB with a heap of %d MB has room for files of %d MB', (limit, heap, files) => {
  expect(memoryBudget(limit * MEBIBYTE, heap * MEBIBYTE).largeBytes / MEBIBYTE).toBeCloseTo(files, 2)
})
