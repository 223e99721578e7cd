import { expect, it } from 'vitest'
import { secretProblem } from './secret-problem.ts'

it.each([
  ['a\0b', /cannot be stored/],
  ['\ud800', /cannot be stored/],
  ['********', /Enter the value itself/],
  ['correct horse', /^$/],
  ['', /^$/],
])('says what is wrong with %j', (value, problem) => {
  expect(secretProblem(value)).toMatch(problem)
})
