import { describe, expect, it } from 'vitest'
import type { DocumentPack, LayerKind, ProfileDocument } from '../document/document.ts'
import { documentOf, packNamed } from '../plan/plan-facts.fixture.ts'
import { checkProfile } from './profile-rules.ts'

function stack(...layers: LayerKind[]): DocumentPack[] {
  return layers.map((layer, index) => packNamed(`${layer}-${index}`, { layer }))
}

function codesOf(packs: DocumentPack[], overrides: Partial<ProfileDocument>): string[] {
  return checkProfile(documentOf(packs, overrides)).map(({ code, severity, path }) => `${severity} ${code} ${path}`)
}

const CLUSTER = { type: 'cluster', cloudType: 'aws' } as const
const PACKS = 'spec.template.packs'

describe('checkProfile', () => {
  it('accepts an add-on profile for all clouds', () => {
    expect(codesOf(stack('addon', 'addon'), {})).toEqual([])
  })

  it('refuses a core layer in an add-on profile', () => {
    expect(codesOf(stack('addon', 'cni'), {})).toEqual([`error LayerNotAllowed ${PACKS}[1].layer`])
  })

  it('refuses an add-on in an infrastructure profile', () => {
    const packs = stack('os', 'k8s', 'cni', 'csi', 'addon')
    expect(codesOf(packs, { type: 'infra', cloudType: 'aws' })).toEqual([`error LayerNotAllowed ${PACKS}[4].layer`])
  })

  it('accepts a full profile with a kernel, in any order', () => {
    expect(codesOf(stack('addon', 'csi', 'cni', 'k8s', 'os', 'kernel'), CLUSTER)).toEqual([])
  })

  it('names every core layer that a full profile lacks', () => {
    expect(checkProfile(documentOf(stack('os'), CLUSTER)).map((problem) => problem.params['layer'])).toEqual([
      'k8s',
      'cni',
      'csi',
    ])
  })

  it.each(['edge-native', 'edge', 'generic', 'custom'])('accepts a profile for %s without storage', (cloudType) => {
    expect(codesOf(stack('os', 'k8s', 'cni'), { type: 'infra', cloudType })).toEqual([])
  })

  it.each(['eks', 'nutanix'])('only warns when a profile for %s has no os and no storage layer', (cloudType) => {
    expect(codesOf(stack('k8s', 'cni'), { type: 'cluster', cloudType })).toEqual([
      `warning LayerMissing ${PACKS}`,
      `warning LayerMissing ${PACKS}`,
    ])
  })

  it('refuses a second layer of a core kind', () => {
    expect(codesOf(stack('os', 'k8s', 'k8s', 'cni', 'csi'), CLUSTER)).toEqual([`error LayerRepeated ${PACKS}[2].layer`])
  })

  it('refuses the cloud type all for anything but add-ons', () => {
    const packs = stack('os', 'k8s', 'cni', 'csi')
    expect(codesOf(packs, { ...CLUSTER, cloudType: 'all' })).toContain(
      'error CloudTypeNotAllowed spec.template.cloudType',
    )
  })

  it('refuses two layers with the same name', () => {
    expect(codesOf([packNamed('a'), packNamed('a')], {})).toEqual([`error DuplicateName ${PACKS}[1].name`])
  })

  it('refuses two manifests with the same name in a layer, naming both places', () => {
    const manifests = ['m', 'n', 'm'].map((name) => ({ name, content: 'a: 1\n' }))
    expect(checkProfile(documentOf([packNamed('a', { manifests })]))).toMatchObject([
      {
        code: 'DuplicateManifest',
        path: `${PACKS}[0].manifests[2].name`,
        params: { manifest: 'm', first: `${PACKS}[0].manifests[0].name` },
      },
    ])
  })

  it('accepts manifests with the same name in two layers', () => {
    const manifests = [{ name: 'm', content: 'a: 1\n' }]
    expect(codesOf([packNamed('a', { manifests }), packNamed('b', { manifests })], {})).toEqual([])
  })

  it('accepts a pack used twice under another display name', () => {
    expect(codesOf([packNamed('a'), packNamed('second--a')], {})).toEqual([])
  })
})
