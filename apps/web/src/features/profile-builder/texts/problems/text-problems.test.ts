import { expect, it } from 'vitest'
import { textProblems } from './text-problems.ts'

const shown = 'auth:\n  password: "********"\n'

it('finds nothing in a text whose masks stand for something', () => {
  expect(textProblems(`${shown}replicas: 2\n`, shown)).toEqual([])
})

it('names the line of a mask that stands for nothing', () => {
  expect(textProblems(`${shown}token: "********"\n`, shown)).toMatchObject([{ line: 3, message: /mask/ }])
})

it('names the line of what is no YAML', () => {
  expect(textProblems('a: 1\nb: [\n', shown)).toMatchObject([{ message: 'This is not valid YAML.' }])
})

it('only warns of a key that stands twice', () => {
  expect(textProblems('a: 1\na: 2\n', shown)).toMatchObject([{ line: 2, severity: 'warning' }])
})
