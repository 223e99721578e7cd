import { parsePackSchema, secretPaths } from '../packs/schema/pack-schema.ts'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { maskingCases, tellWithout } from '@waybill/test-data'
import { parseAllDocuments } from 'yaml'
import { describe, expect, it } from 'vitest'
import { maskText, inspectText } from '@waybill/secret-finder'

const FIXTURES = join(import.meta.dirname, '../fixtures/masking')

function mask(text: string, schema: string): string {
  const declaredPaths = secretPaths(parsePackSchema(schema))
  return maskText(text, inspectText(text, { kind: 'values', declaredPaths, suspicions: [] }).secrets)
}

describe('masking our own cases', () => {
  it.each(readdirSync(FIXTURES))('%s gives the expected text', (name) => {
    const read = (file: string): string => readFileSync(join(FIXTURES, name, file), 'utf8')
    const schema = existsSync(join(FIXTURES, name, 'schema.yaml')) ? read('schema.yaml') : ''
    expect(mask(read('input.yaml'), schema)).toBe(read('expected.yaml'))
  })

  it.each(readdirSync(FIXTURES))('%s has nothing left to mask once masked', (name) => {
    const text = readFileSync(join(FIXTURES, name, 'expected.yaml'), 'utf8')
    expect(inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] }).secrets).toEqual([])
  })
})

describe('masking the secrets that a schema declares', () => {
  tellWithout('security/vectors')

  it.each(maskingCases())('removes the secret and keeps every other byte: $id', (one) => {
    const masked = mask(one.text, one.schema)
    expect(one.mustNotContain.filter((secret) => masked.includes(secret))).toEqual([])
    expect(masked === one.text).toBe(one.kind === 'unchanged')
    expect(holdsInOrder(masked, one.keep)).toBe(true)
    expect([...parseAllDocuments(masked, { uniqueKeys: false })].flatMap((document) => document.errors)).toEqual([])
  })
})

function holdsInOrder(text: string, keep: readonly string[]): boolean {
  const [first = '', ...rest] = keep
  const last = rest.at(-1) ?? first
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  let at = first.length
  return rest.slice(0, -1).every((part) => {
    at = text.indexOf(part, at)
    return at >= 0
  })
}
