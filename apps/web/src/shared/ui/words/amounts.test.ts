import { expect, test } from 'vitest'
import { counted, fileSize } from './amounts.ts'

test.each([
  [0, '0 layers'],
  [1, '1 layer'],
  [1_200, '1,200 layers'],
])('counts %i as %s', (amount, said) => {
  expect(counted(amount, 'layer')).toBe(said)
})

test.each([
  [0, '0 bytes'],
  [812, '812 bytes'],
  [1_024, '1.0 KB'],
  [17 * 1024 ** 2, '17.0 MB'],
])('says %i bytes as %s', (bytes, said) => {
  expect(fileSize(bytes)).toBe(said)
})
