import { describe, expect, it } from 'vitest'
import { factsOf, stackTexts } from './layers.fixture.ts'
import {
  addLayer,
  addManifest,
  changePack,
  moveLayer,
  neighbourOf,
  reconciled,
  removeLayer,
  removeManifest,
  stackOf,
} from './stack-texts.ts'
import type { Texts } from './texts.ts'

const namesOf = (texts: Texts) => stackOf(texts).map(({ name }) => name)
const added = (texts: Texts, name: string, layer: 'addon' | 'k8s', above?: string) =>
  addLayer(texts, { facts: factsOf(name, layer), content: { values: '', manifests: [] }, above })

describe('the stack as texts', () => {
  it('puts an add-on on top', () => {
    expect(namesOf(added(stackTexts('os', 'a'), 'b', 'addon'))).toEqual(['os', 'a', 'b'])
  })

  it('puts an add-on above the one that is named', () => {
    expect(namesOf(added(stackTexts('a', 'b'), 'c', 'addon', 'a'))).toEqual(['a', 'c', 'b'])
  })

  it('puts infrastructure between the layers below it and those above it', () => {
    expect(namesOf(added(stackTexts('os', 'csi', 'a'), 'k8s', 'k8s'))).toEqual(['os', 'k8s', 'csi', 'a'])
  })

  it('removes a layer with all its texts', () => {
    expect(removeLayer(stackTexts('a', 'b'), 'a')).toEqual(stackTexts('b'))
  })

  it('lets add-ons swap places', () => {
    expect(namesOf(moveLayer(stackTexts('os', 'a', 'b'), 'a', 'b'))).toEqual(['os', 'b', 'a'])
  })

  it('keeps infrastructure where it is', () => {
    const texts = stackTexts('os', 'k8s', 'a')
    expect([moveLayer(texts, 'k8s', 'os'), moveLayer(texts, 'a', 'k8s')]).toEqual([texts, texts])
  })

  it('knows the add-ons above and below', () => {
    const texts = stackTexts('os', 'a', 'b')
    expect([neighbourOf(texts, 'a', 1), neighbourOf(texts, 'a', -1), neighbourOf(texts, 'os', 1)]).toEqual([
      'b',
      undefined,
      undefined,
    ])
  })

  it('changes the pack of a layer with its values, and leaves its place and manifests', () => {
    const texts = addManifest(stackTexts('a', 'b'), 'a', 'role')
    const pack = { packUid: 'p', registryUid: 'r', registryName: 'Another', tag: '2.0.0', version: '2.0.0' }
    const changed = changePack(texts, 'a', { pack, values: 'a: 2\n' })
    expect(namesOf(changed)).toEqual(['a', 'b'])
    expect(stackOf(changed)[0]).toMatchObject({ ...pack, name: 'a', manifests: [{ uid: '', name: 'role' }] })
    expect(changed['values a']).toBe('a: 2\n')
  })

  it('adds and removes a manifest', () => {
    const texts = stackTexts('a')
    const withOne = addManifest(texts, 'a', 'role')
    expect(stackOf(withOne)[0]?.manifests).toEqual([{ uid: '', name: 'role' }])
    expect(removeManifest(withOne, 'a', 'role')).toEqual(texts)
  })

  it('drops texts of unknown layers, and lists every layer that has texts', () => {
    const texts = { ...stackTexts('a', 'b'), stack: '["gone","a"]', 'values gone': 'x' }
    expect(reconciled(texts)).toEqual(stackTexts('a', 'b'))
  })
})
