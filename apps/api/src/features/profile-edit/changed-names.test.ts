import { describe, expect, it } from 'vitest'
import { changedNames } from './changed-names.ts'
import { EMPTY_PROFILE, type EditedLayer, type EditedProfile } from './edited-profile.ts'

const layer = (name: string, more: Partial<EditedLayer> = {}): EditedLayer => ({
  uid: '',
  name,
  type: 'spectro',
  layer: 'addon',
  version: '1.0.0',
  packUid: '',
  registryUid: '',
  registry: { uid: '', name: '', kind: 'pack', isPrivate: false, providerType: '' },
  manifests: [],
  ...more,
})
const profile = (more: Partial<EditedProfile>): EditedProfile => ({ ...EMPTY_PROFILE, ...more })

describe('what changed', () => {
  it('is given by name and never by value', () => {
    const before = profile({ layers: [layer('a', { values: 'password: old' }), layer('b'), layer('gone')] })
    const after = profile({
      description: 'words',
      layers: [layer('a', { values: 'password: new' }), layer('b'), layer('new')],
    })
    const found = changedNames(before, after)
    expect(found).toEqual({
      changed: ['description'],
      addedLayers: ['new'],
      changedLayers: ['a'],
      removedLayers: ['gone'],
    })
    expect(JSON.stringify(found)).not.toContain('password')
  })

  it('distinguishes layers of the same name', () => {
    const before = profile({ layers: [layer('a'), layer('a')] })
    const after = profile({ layers: [layer('a'), layer('a', { version: '2.0.0' })] })
    expect(changedNames(before, after)).toEqual({ changedLayers: ['a'] })
  })

  it('is only the order if layers were only moved', () => {
    const before = profile({ layers: [layer('a'), layer('b')] })
    expect(changedNames(before, profile({ layers: [layer('b'), layer('a')] }))).toEqual({
      changed: ['order of layers'],
    })
  })

  it('is nothing if nothing differs, and at most as many as one reads if everything does', () => {
    const before = profile({ layers: Array.from({ length: 60 }, (_each, at) => layer(`l${at}`)) })
    expect(changedNames(before, before)).toEqual({})
    expect(changedNames(before, profile({}))['removedLayers']).toHaveLength(51)
  })
})
