import { matchesFloatingTag } from '@waybill/profile-format'
import { describe, expect, it } from 'vitest'
import { chooseVersions, floatingTags, withinSize } from './pack-service.ts'

describe('floating tags of a version', () => {
  it.each([
    ['1.33.6', ['1.33.x', '1.x']],
    ['v2.4.1-rc.1', ['v2.4.x', 'v2.x']],
    ['7', []],
    ['latest', []],
  ])('%s matches %j', (version, tags) => {
    expect(floatingTags(version)).toEqual(tags)
    expect(tags.filter((tag) => !matchesFloatingTag(version, tag))).toEqual([])
  })
})

describe('versions to choose from', () => {
  const version = (annotations: object, cloudTypes = ['all']) => ({
    annotations: JSON.stringify(annotations),
    cloudTypes,
    layer: 'addon',
  })
  const usual = version({})
  const deprecated = version({ system_state: 'deprecated' })
  const disabled = version({ disabled: 'true' })

  it('are all except the disabled ones', () => {
    expect(chooseVersions([usual, deprecated, disabled], {})).toEqual([usual, deprecated])
  })

  it('are those of the requested states', () => {
    expect(chooseVersions([usual, deprecated, disabled], { states: 'deprecated, disabled' })).toEqual([
      deprecated,
      disabled,
    ])
  })

  it('fit the cloud and the layer', () => {
    const aws = version({}, ['aws'])
    expect(chooseVersions([usual, aws], { cloudType: 'azure' })).toEqual([usual])
    expect(chooseVersions([usual, aws], { cloudType: 'all' })).toEqual([usual, aws])
    expect(chooseVersions([usual], { layer: 'cni' })).toEqual([])
  })
})

describe('texts within a size', () => {
  it('are those before the first that is too large', () => {
    const packs = ['aaa', 'bb', 'c'].map((values) => ({ values, readme: '' }))
    expect(withinSize(packs, 4).map(({ values }) => values)).toEqual(['aaa'])
  })
})
