import { expect, test } from 'vitest'
import { manifestProblems } from './manifest-problems.ts'

test('what a cluster would have against a manifest is a warning at its line', () => {
  expect(manifestProblems('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: Page\n')).toMatchObject([
    { line: 4, offset: 49, severity: 'warning' },
  ])
})

test('a manifest without a word in it is a warning', () => {
  expect(manifestProblems(' \n')).toMatchObject([{ line: 1, severity: 'warning' }])
})

test('YAML that cannot be read is not said twice', () => {
  expect(manifestProblems('a: [')).toEqual([])
})
