import { expect, it } from 'vitest'
import { textProblems } from './text-problems.ts'

const shown = 'auth:\n  password: "********"\n'

it('accepts a text whose masks refer to stored values', () => {
  expect(textProblems(`${shown}replicas: 2\n`, shown)).toEqual([])
})

it('names the line of a mask that refers to nothing', () => {
  expect(textProblems(`${shown}token: "********"\n`, shown)).toMatchObject([{ line: 3, message: /mask/ }])
})

it('names the line of invalid YAML', () => {
  expect(textProblems('a: 1\nb: [\n', shown)).toMatchObject([{ message: 'This is not valid YAML.' }])
})

it('only warns about a duplicate key', () => {
  expect(textProblems('a: 1\na: 2\n', shown)).toMatchObject([{ line: 2, severity: 'warning' }])
})
