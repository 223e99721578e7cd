import { describe, expect, test } from 'vitest'
import { readPlaces } from './scalar-place.ts'

const text = 'db:\n  host: postgres\n  password: "********"\n  args:\n    - --level=debug\n# a comment\n'
const at = (part: string, length = 0) => ({ start: text.indexOf(part), end: text.indexOf(part) + length })

describe('the value at a position in a text', () => {
  test('is the one under the caret', async () => {
    expect((await readPlaces(text)).at(at('postgres'))).toEqual({ path: 'db.host', isMasked: false })
  })

  test('is the one right before the caret', async () => {
    const end = text.indexOf('postgres') + 'postgres'.length
    expect((await readPlaces(text)).at({ start: end, end })).toEqual({ path: 'db.host', isMasked: false })
  })

  test('is the one that is partly selected', async () => {
    expect((await readPlaces(text)).at(at('level', 5))).toEqual({ path: 'db.args[0]', isMasked: false })
  })

  test('is the one whose key is selected', async () => {
    expect((await readPlaces(text)).at(at('host'))).toEqual({ path: 'db.host', isMasked: false })
  })

  test('knows that it is masked', async () => {
    expect((await readPlaces(text)).at(at('****'))).toEqual({ path: 'db.password', isMasked: true })
  })

  test.each(['a comment', 'db:'])('is none at %s', async (part) => {
    expect((await readPlaces(text)).at(at(part))).toBeNull()
  })

  test('is found by its path too', async () => {
    expect((await readPlaces(text)).byPath('db.args[0]')).toEqual({ path: 'db.args[0]', isMasked: false })
  })

  test('is none in a text that cannot be parsed', async () => {
    expect((await readPlaces('a: [')).at({ start: 3, end: 3 })).toBeNull()
  })
})
