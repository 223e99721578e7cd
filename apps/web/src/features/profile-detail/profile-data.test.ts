import type { ProfileBody } from '@waybill/api-contract'
import { describe, expect, it } from 'vitest'
import { profileBody } from '../../testing/bodies.ts'
import { hasWaitingDraft, missingMacros, stageOf } from './profile-data.ts'

const template: NonNullable<ProfileBody['spec']['draft']> = {
  name: 'edge',
  uid: 'p1',
  type: 'add-on',
  cloudType: 'all',
  profileVersion: '1.0.0',
  packs: [],
}

const profileOf = (spec: Partial<ProfileBody['spec']>, isPublished: boolean) =>
  profileBody({ spec, status: { isPublished } })

const published = profileOf({ published: template }, true)
const waiting = profileOf({ published: template, draft: template }, true)
const draft = profileOf({ draft: template }, false)
/** Nobody published it, though it shows layers as published (ADR 15). */
const clone = profileOf({ published: template, draft: template }, false)

describe('hasWaitingDraft', () => {
  it('is said of a draft beside what is published, and of no other', () => {
    expect([published, waiting, draft, clone].map(hasWaitingDraft)).toEqual([false, true, false, false])
  })
})

describe('stageOf', () => {
  it('shows what is published, or the draft that nobody published', () => {
    const shown = [published, waiting, draft, clone].map((profile) => stageOf(profile, null))
    expect(shown).toEqual(['published', 'published', 'draft', 'draft'])
  })

  it('shows the draft that waits where it is asked for, and only where there is one', () => {
    expect([published, waiting].map((profile) => stageOf(profile, 'draft'))).toEqual(['published', 'draft'])
  })
})

describe('missingMacros', () => {
  const profile = profileBody({ status: { userMacros: ['domain', 'region'] } })
  const macros = [{ name: 'region', value: 'x' }]

  it('names what the profile refers to and nothing here defines', () => {
    expect(missingMacros({ profile, macros })).toEqual(['domain'])
  })

  it('says nothing to who may not see macros', () => {
    expect(missingMacros({ profile, macros: null })).toEqual([])
  })
})
