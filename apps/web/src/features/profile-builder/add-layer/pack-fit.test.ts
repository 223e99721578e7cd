import { describe, expect, it } from 'vitest'
import { packMisfit } from './pack-fit.ts'

const aws = { type: 'cluster', cloudType: 'aws' } as const
const everywhere = ['all']

describe('packMisfit', () => {
  it('accepts an add-on for every cloud', () => {
    expect(packMisfit({ layer: 'addon', cloudTypes: everywhere }, { shape: aws, stack: [] })).toBeNull()
  })

  it('refuses infrastructure that the profile has already', () => {
    const fitting = { shape: aws, stack: [{ layer: 'k8s' as const }] }
    expect(packMisfit({ layer: 'k8s', cloudTypes: everywhere }, fitting)).toEqual({
      reason: 'The profile has this layer already: Kubernetes.',
      isRefused: true,
    })
  })

  it('refuses infrastructure in an add-on profile', () => {
    const fitting = { shape: { type: 'add-on', cloudType: 'all' }, stack: [] } as const
    expect(packMisfit({ layer: 'csi', cloudTypes: everywhere }, fitting)?.isRefused).toBe(true)
  })

  it('refuses add-ons in an infrastructure profile', () => {
    const fitting = { shape: { type: 'infra', cloudType: 'aws' }, stack: [] } as const
    expect(packMisfit({ layer: 'addon', cloudTypes: everywhere }, fitting)?.isRefused).toBe(true)
  })

  it('warns about a pack for another cloud', () => {
    expect(packMisfit({ layer: 'csi', cloudTypes: ['azure'] }, { shape: aws, stack: [] })).toEqual({
      reason: 'Made for Azure, not for AWS.',
      isRefused: false,
    })
  })
})
