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
/** Unpublished, although its layers are in the published state (ADR 15). */
const clone = profileOf({ published: template, draft: template }, false)

describe('hasWaitingDraft', () => {
  it('is true only for a draft beside a published version', () => {
    expect([published, waiting, draft, clone].map(hasWaitingDraft)).toEqual([false, true, false, false])
  })
})

describe('stageOf', () => {
  it('is the published version, or the draft if nothing is published', () => {
    const shown = [published, waiting, draft, clone].map((profile) => stageOf(profile, null))
    expect(shown).toEqual(['published', 'published', 'draft', 'draft'])
  })

  it('is the waiting draft on request, if there is one', () => {
    expect([published, waiting].map((profile) => stageOf(profile, 'draft'))).toEqual(['published', 'draft'])
  })
})

describe('missingMacros', () => {
  const profile = profileBody({ status: { userMacros: ['domain', 'region'] } })
  const macros = [{ name: 'region', value: 'x' }]

  it('lists macros that the profile refers to and that are undefined here', () => {
    expect(missingMacros({ profile, macros })).toEqual(['domain'])
  })

  it('is empty for users who may not see macros', () => {
    expect(missingMacros({ profile, macros: null })).toEqual([])
  })
})
