import { expect, test } from 'vitest'
import { createStatementNames } from './statement-names.ts'

const askTimes = (nameOf: ReturnType<typeof createStatementNames>, sql: string, times: number) =>
  Array.from({ length: times }, () => nameOf({ sql })).at(-1)

test('a recurring statement gets a name and keeps it', () => {
  const nameOf = createStatementNames()
  const name = askTimes(nameOf, 'SELECT 1', 3)
  expect(name).not.toBe('')
  expect(nameOf({ sql: 'SELECT 1' })).toBe(name)
})

test('a statement sent once gets none', () => {
  expect(createStatementNames()({ sql: 'SELECT 1' })).toBe('')
})

test('no two statements share a name', () => {
  const nameOf = createStatementNames()
  const names = Array.from({ length: 100 }, (_none, at) => askTimes(nameOf, `SELECT ${at}`, 3))
  expect(new Set(names).size).toBe(100)
})

test('a connection never has to keep more than 150 statements', () => {
  const nameOf = createStatementNames()
  const names = Array.from({ length: 500 }, (_none, at) => askTimes(nameOf, `SELECT ${at}`, 3))
  expect(new Set(names.filter((name) => name !== '')).size).toBe(150)
})
