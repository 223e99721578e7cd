import { describe, expect, it } from 'vitest'
import { fillText } from '../masks/fill-text.ts'
import { maskedPlaces } from '../masks/masked-places.ts'
import { soundTree } from '../testing/sound-tree.ts'
import { emptyPlaceOf } from './empty-place.ts'
import { fillEmpty } from './fill-empty.ts'
import { stillEmpty } from './still-empty.ts'

/** The text as an import stores it when no mask is filled, and the places of its masks. */
function leftEmpty(masked: string) {
  const tree = soundTree(masked)
  const found = maskedPlaces(tree)
  const places = found.map((place) => emptyPlaceOf(tree, place))
  return { text: fillText(masked, found.map((place) => ({ ...place, value: '' }))), places } // prettier-ignore
}

const pathsOf = (places: readonly { path: string; part: number }[]) => places.map(({ path, part }) => [path, part])

describe('places that were left empty', () => {
  it('are found again with their lines in the stored text', () => {
    const { text, places } = leftEmpty('# db\ndb:\n  password: "********"\n  url: pg://app:********@db\n')
    expect(stillEmpty(text, places).map(({ path, line }) => [path, line])).toEqual([
      ['db.password', 3],
      ['db.url', 4],
    ])
  })

  it('are gone once they have a value', () => {
    const { places } = leftEmpty('a: ********\nb: x:********@y\n')
    expect(stillEmpty('a: one\nb: x:two@y\n', places)).toEqual([])
  })

  it('are found after other changes to the text', () => {
    const { places } = leftEmpty('a: ********\nb:\n- ********\n')
    const now = stillEmpty('# more\nz: 1\nb:\n- ""\na: "set"\n', places)
    expect(now.map(({ path, line }) => [path, line])).toEqual([['b[0]', 4]])
  })

  it.each(['z: 1\n', 'a: null\n', 'a:\n', 'a: {}\n'])('are settled when the text is %j', (text) => {
    expect(stillEmpty(text, leftEmpty('a: ********\n').places)).toEqual([])
  })

  it('are told apart inside one value, and remain when only one of them is filled', () => {
    const { text, places } = leftEmpty('url: https://********:********@host\n')
    expect(pathsOf(stillEmpty(text, places))).toEqual([
      ['url', 0],
      ['url', 1],
    ])
    expect(pathsOf(stillEmpty('url: https://me:@host\n', places))).toEqual([['url', 1]])
  })

  it('are gone when the value around them was rewritten', () => {
    const { places } = leftEmpty('url: https://u:********@host\n')
    expect(stillEmpty('url: https://other\n', places)).toEqual([])
  })

  it('remain when the text cannot be parsed', () => {
    expect(stillEmpty('a: [', leftEmpty('a: ********\n').places)).toHaveLength(1)
  })

  it('may be a whole text', () => {
    const { text, places } = leftEmpty('********')
    expect([text, stillEmpty('', places).length, stillEmpty('a: 1\n', places)]).toEqual(['', 1, []])
    expect(fillEmpty('', [{ ...places[0]!, value: 'a: 1\n' }])).toBe('a: 1\n')
  })

  it('belong to their own YAML document', () => {
    const { text, places } = leftEmpty('a: ********\n---\na: ********\n')
    expect(pathsOf(stillEmpty(text, places))).toEqual([
      ['document[0].a', 0],
      ['document[1].a', 0],
    ])
    expect(fillEmpty(text, [{ ...places[1]!, value: 'x' }])).toBe('a: ""\n---\na: "x"\n')
  })
})

describe('filling places that are still empty', () => {
  const fill = (masked: string, values: readonly string[], now?: string) => {
    const { text, places } = leftEmpty(masked)
    return fillEmpty(
      now ?? text,
      values.map((value, at) => ({ ...places[at]!, value })),
    )
  }

  it('keeps every other byte', () => {
    const text = '# keep  me\r\na:   ********  # why\r\nb: [ 1,2 ]\r\n'
    expect(fill(text, ['s"x'])).toBe(String.raw`# keep  me` + '\r\na:   "s\\"x"  # why\r\nb: [ 1,2 ]\r\n')
  })

  it('escapes a value so that it stays inside its scalar', () => {
    expect(fill('a: ********\n', ['x\nadmin: true'])).toBe(String.raw`a: "x\nadmin: true"` + '\n')
    expect(fill('a: u:********@h\n', ['"\nadmin: true #'], 'a: u:@h\n')).toBe(
      String.raw`a: "u:\"\nadmin: true #@h"` + '\n',
    )
  })

  it('fills several gaps of one value', () => {
    expect(fill('url: "https://********:********@host"\n', ['me', 'pw'])).toBe('url: "https://me:pw@host"\n')
  })

  it.each([
    ['plain', 'a: u:@h:u:x@h\n', 'a: u:pw@h:u:x@h\n'],
    ['quoted', "a: 'u:@h:u:x@h'\n", "a: 'u:pw@h:u:x@h'\n"],
  ])('keeps the style of a %s value around the gap', (_style, now, expected) => {
    expect(fill('a: u:********@h:u:x@h\n', ['pw'], now)).toBe(expected)
  })

  it('keeps the lines of a block scalar', () => {
    const block = (gap: string) => `run: |\n  # first\n  login --token=${gap} now\n  done\nb: 1\n`
    expect(fill(block('********'), ['abc'])).toBe(block('abc'))
  })

  it('leaves places that were filled in the meantime', () => {
    expect(fill('a: ********\n', ['mine'], 'a: theirs\n')).toBe('a: theirs\n')
  })
})
