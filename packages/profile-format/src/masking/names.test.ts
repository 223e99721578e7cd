import { describe, expect, it } from 'vitest'
import type { DocumentPack, ProfileDocument } from '../document/document.ts'
import { problemMessage } from '../problems/problem-message.ts'
import { inspectDocument } from './inspected-document.fixture.ts'
import { maskDocument } from './mask-document.ts'
import { secretsInNames } from './names.ts'

const SECRET = 'flint-22-gale'

function profile(pack: Partial<DocumentPack>, name = 'shop'): ProfileDocument {
  const layer: DocumentPack = {
    name: 'db',
    type: 'helm',
    layer: 'addon',
    version: '1',
    manifests: [],
    registry: {},
    ...pack,
  }
  return {
    name,
    description: '',
    labels: new Map(),
    version: '1.0.0',
    type: 'add-on',
    cloudType: 'all',
    variables: [],
    packs: [layer],
  }
}

function mask(document: ProfileDocument) {
  const inspections = inspectDocument(document)
  return maskDocument({ document, inspections, suspected: 'mask' })
}

describe('secretsInNames', () => {
  it.each([
    ['profile', 'metadata.name', profile({}, `x-${SECRET}`)],
    ['layer', 'spec.template.packs[0].name', profile({ name: `x-${SECRET}` })],
    ['registry', 'spec.template.packs[0].registry.metadata.name', profile({ registry: { name: `x-${SECRET}` } })],
    [
      'manifest',
      'spec.template.packs[0].manifests[0].name',
      profile({ manifests: [{ name: `x-${SECRET}`, content: '' }] }),
    ],
  ])('gives the place of the %s and what to do, and quotes nothing', (what, path, document) => {
    const [problem] = secretsInNames(document, [SECRET])
    expect(problem).toEqual({ code: 'SecretInName', severity: 'error', path, params: { what } })
    expect(problem && problemMessage(problem)).toContain('rename it or change the secret')
  })

  it('finds none in names made of ordinary words', () => {
    expect(secretsInNames(profile({ name: 'postgres' }), ['postgres', SECRET])).toEqual([])
  })
})

describe('a secret that equals the name of a part of the profile', () => {
  const document = profile({ name: SECRET, values: `token: ${SECRET}\nhost: shop.test\n` })

  it('is not searched for in the finished file', () => {
    expect(mask(document).secrets).toEqual([])
  })

  it('is masked in its place', () => {
    expect(mask(document).document.packs[0]?.values).toContain('token: "********"')
  })
})
