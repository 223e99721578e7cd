import { expect, test } from 'vitest'
import { manifestProblems } from './manifest-problems.ts'

test('what a cluster would reject in a manifest is a warning at its line', () => {
  expect(manifestProblems('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: Page\n')).toMatchObject([
    { line: 4, offset: 49, severity: 'warning' },
  ])
})

test('an empty manifest is a warning', () => {
  expect(manifestProblems(' \n')).toMatchObject([{ line: 1, severity: 'warning' }])
})

test('YAML that cannot be parsed is reported only once', () => {
  expect(manifestProblems('a: [')).toEqual([])
})
