import { LIMITS } from '@waybill/profile-format'
import { describe, expect, it } from 'vitest'
import { type PackFiles, parsePack } from './pack-files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const packJson = (fields: object = {}) =>
  bytes(JSON.stringify({ name: 'a', version: '1.0.0', layer: 'addon', ...fields }))
const read = (files: PackFiles) => parsePack(files)

describe('parsePack', () => {
  it('keeps texts byte for byte', () => {
    const values = '\uFEFF# comment\r\na:   1'
    expect(read({ 'pack.json': packJson(), 'values.yaml': bytes(values) })).toMatchObject({ pack: { values } })
  })

  it('uses the name of a pack without a display name', () => {
    expect(read({ 'pack.json': packJson({ displayName: '' }) })).toMatchObject({ pack: { displayName: 'a' } })
  })

  it('treats null and absent fields as empty', () => {
    const result = read({ 'pack.json': packJson({ cloudTypes: null, annotations: null, constraints: null }) })
    expect(result).toMatchObject({ pack: { cloudTypes: [], annotations: '{}', constraints: '{}' } })
  })

  it('keeps the dependencies of its constraints', () => {
    const constraints = { dependencies: [{ packName: 'b', layer: 'addon', type: 'required', minVersion: '1.27' }] }
    const result = read({ 'pack.json': packJson({ constraints }) })
    expect('pack' in result && JSON.parse(result.pack.constraints)).toEqual(constraints)
  })

  it('gives different digests to packs whose bytes are in different files', () => {
    const digest = (files: PackFiles) => {
      const result = read({ 'pack.json': packJson(), ...files })
      return 'pack' in result ? result.pack.digest : undefined
    }
    expect(digest({ 'values.yaml': bytes('a: 1') })).not.toBe(digest({ 'schema.yaml': bytes('a: 1') }))
  })

  it.each([
    ['missing-pack-json', {}],
    ['malformed-json', { 'pack.json': bytes('{') }],
    ['invalid-pack-json', { 'pack.json': bytes('{"name":"a"}') }],
    ['invalid-pack-json', { 'pack.json': packJson({ layer: 'roof' }) }],
    ['invalid-character', { 'pack.json': packJson({ group: 'a\0b' }) }],
    ['invalid-character', { 'pack.json': packJson(), 'values.yaml': bytes('a\0') }],
    ['not-utf8', { 'pack.json': packJson(), 'values.yaml': Uint8Array.of(0xff, 0xfe) }],
    ['file-too-large', { 'pack.json': packJson(), 'README.md': new Uint8Array(LIMITS.textBytes + 1).fill(32) }],
  ])('refuses with %s', (fault, files: PackFiles) => {
    expect(read(files)).toMatchObject({ fault })
  })
})
