import { expect, test } from 'vitest'
import { sideNames } from './side-name.ts'

const sides = { left: { name: 'edge', version: '1.0.0' }, right: { name: 'edge', version: '1.0.0' } }

test('a file is distinguished from the profile that it was exported from', () => {
  expect(sideNames(sides, { right: 'file' })).toEqual({ left: 'edge 1.0.0', right: 'edge 1.0.0 (file)' })
})

test('a profile is named by name and version only', () => {
  expect(sideNames(sides, { right: 'a1' })).toEqual({ left: 'edge 1.0.0', right: 'edge 1.0.0' })
})
