import type { DocumentPack, ProfileDocument } from '@waybill/profile-format'
import { describe, expect, it } from 'vitest'
import { factsQuestion } from './facts-question.ts'

const layer = (pack: Partial<DocumentPack>): DocumentPack => ({
  name: 'kubernetes',
  type: 'spectro',
  layer: 'k8s',
  version: '1.33.9',
  manifests: [],
  registry: {},
  ...pack,
})

function packsAsked(pack: Partial<DocumentPack>, decided?: string) {
  const document: ProfileDocument = {
    name: 'edge-base',
    description: '',
    labels: new Map(),
    version: '1.0.0',
    type: 'infra',
    cloudType: 'edge-native',
    packs: [layer(pack)],
    variables: [],
  }
  return factsQuestion(document, decided === undefined ? {} : { packVersions: { 0: decided } }).packs
}

describe('the packs in a file', () => {
  it.each([
    ['1.33.x', '1.33.'],
    ['v1.33.x', '1.33.'],
    ['1.x', '1.'],
    ['1.33.X', '1.33.'],
    ['x', ''],
  ])('have, in the tag %s, the fixed part %j', (tag, prefix) => {
    expect(packsAsked({ tag })).toEqual([{ name: 'kubernetes', version: '1.33.9', prefix }])
  })

  it.each(['1.33', '22.04', '1.33.9'])('are one version if the tag is %s, which does not float', (tag) => {
    expect(packsAsked({ tag })).toEqual([{ name: 'kubernetes', version: '1.33.9' }])
  })

  it('float by their version if they have no tag', () => {
    expect(packsAsked({ version: '1.33.x' })).toEqual([{ name: 'kubernetes', version: '1.33.x', prefix: '1.33.' }])
  })

  it('are the decided version and no other', () => {
    expect(packsAsked({ tag: '1.33.x' }, '1.32.1')).toEqual([{ name: 'kubernetes', version: '1.32.1' }])
  })

  it('are looked up by the layer’s name and the pack’s', () => {
    expect(packsAsked({ name: 'mine--kubernetes' }).map(({ name }) => name)).toEqual(['mine--kubernetes', 'kubernetes'])
  })

  it('are not looked up for a manifest layer', () => {
    expect(packsAsked({ type: 'manifest' })).toEqual([])
  })
})
