import { parseYaml } from '@waybill/layer-text'
import { describe, expect, it } from 'vitest'
import { inspectText } from './inspect-text.ts'
import { maskText } from './mask-text.ts'
import { ownTexts, type OwnFolder } from './testing/own-texts.ts'

const mask = (text: string): string =>
  maskText(text, inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] }).secrets)
const named = (folder: OwnFolder) => ownTexts(folder).map(({ id, ...rest }) => [id, rest] as const)
const isReadable = (text: string, secrets: readonly string[]) => secrets.some((secret) => mask(text).includes(secret))

describe('a text as people write it', () => {
  it.each(named('secret'))('keeps no secret: %s', (_, { text, secrets }) => {
    expect(secrets).not.toEqual([])
    expect(isReadable(text, secrets)).toBe(false)
  })

  it.each(named('harmless'))('that holds none stays as it is: %s', (_, { text }) => {
    expect(mask(text)).toBe(text)
  })

  it.each(named('secret'))('stays one that is read: %s', (_, { text }) => {
    expect(parseYaml(mask(text))).toHaveProperty('tree')
  })
})

describe('a whole file of values', () => {
  it.each(named('whole'))('keeps no secret: %s', (_, { text, secrets }) => {
    expect(isReadable(text, secrets)).toBe(false)
  })

  it.each(named('whole'))('is masked where a secret stands and nowhere else: %s', (_, { text, secrets }) => {
    const { secrets: places } = inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] })
    const masked = places.map(({ start, end }) => text.slice(start, end))
    expect(masked.filter((each) => !secrets.some((secret) => each.includes(secret) || secret.includes(each)))).toEqual(
      [],
    )
  })
})

describe('what is known to be judged wrongly', () => {
  it.each(named('unfound'))('a secret that stays readable: %s', (_, { text, secrets }) => {
    expect(isReadable(text, secrets)).toBe(true)
  })

  it.each(named('masked-wrongly'))('a text that is masked for nothing: %s', (_, { text }) => {
    expect(mask(text)).not.toBe(text)
  })
})
