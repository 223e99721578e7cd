import { parseYaml } from '@waybill/layer-text'
import { describe, expect, it } from 'vitest'
import { inspectText } from './inspect-text.ts'
import { maskText } from './mask-text.ts'
import { ownTexts, type OwnFolder } from './testing/own-texts.ts'

const mask = (text: string): string =>
  maskText(text, inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] }).secrets)
const named = (folder: OwnFolder) => ownTexts(folder).map(({ id, ...rest }) => [id, rest] as const)
const isReadable = (text: string, secrets: readonly string[]) => secrets.some((secret) => mask(text).includes(secret))

describe('a realistic text', () => {
  it.each(named('secret'))('loses all its secrets: %s', (_, { text, secrets }) => {
    expect(secrets).not.toEqual([])
    expect(isReadable(text, secrets)).toBe(false)
  })

  it.each(named('harmless'))('without secrets stays unchanged: %s', (_, { text }) => {
    expect(mask(text)).toBe(text)
  })

  it.each(named('secret'))('can still be parsed when masked: %s', (_, { text }) => {
    expect(parseYaml(mask(text))).toHaveProperty('tree')
  })
})

describe('a whole file of values', () => {
  it.each(named('whole'))('loses all its secrets: %s', (_, { text, secrets }) => {
    expect(isReadable(text, secrets)).toBe(false)
  })

  it.each(named('whole'))('is masked only at its secrets: %s', (_, { text, secrets }) => {
    const { secrets: places } = inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] })
    const masked = places.map(({ start, end }) => text.slice(start, end))
    expect(masked.filter((each) => !secrets.some((secret) => each.includes(secret) || secret.includes(each)))).toEqual(
      [],
    )
  })
})

describe('a known misjudgement', () => {
  it.each(named('unfound'))('misses a secret: %s', (_, { text, secrets }) => {
    expect(isReadable(text, secrets)).toBe(true)
  })

  it.each(named('masked-wrongly'))('masks a harmless text: %s', (_, { text }) => {
    expect(mask(text)).not.toBe(text)
  })
})
