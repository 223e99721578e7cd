import { expect, it } from 'vitest'
import { draftOf, inputOf, problemsOf } from './sso-draft.ts'

const stored = {
  isEnabled: true,
  issuer: 'https://login.example.com',
  clientId: 'waybill',
  hasClientSecret: true,
  callbackUrl: 'https://waybill.example.com/login',
  scopes: ['profile', 'email'],
  claims: { email: 'email', firstName: 'given_name', lastName: 'family_name', groups: 'groups' },
  domains: ['example.com'],
  groupRoles: [{ group: 'a:b', role: 'Tenant Viewer' }],
  usesUserInfo: false,
  ca: '',
}

it('sends no secret that was not typed, so that the stored one stays', () => {
  expect(inputOf(draftOf(stored))).not.toHaveProperty('clientSecret')
  expect(inputOf({ ...draftOf(stored), clientSecret: 'new' }).clientSecret).toBe('new')
})

it('reads domains however they are separated', () => {
  expect(inputOf({ ...draftOf(stored), domains: ' @Example.com,other.org\nthird.net ' }).domains).toEqual([
    'example.com',
    'other.org',
    'third.net',
  ])
})

it('reads groups with their roles, one per line', () => {
  expect(inputOf(draftOf(stored)).groupRoles).toEqual(stored.groupRoles)
  expect(problemsOf({ ...draftOf(stored), groupRoles: 'no role' }).groupRoles).toMatch(/one per line/)
})

it('requires valid domains once it is switched on', () => {
  expect(problemsOf({ ...draftOf(stored), domains: '' }).domains).toMatch(/at least one/)
  expect(problemsOf({ ...draftOf(stored), domains: '', isEnabled: false }).domains).toBeUndefined()
  expect(problemsOf({ ...draftOf(stored), domains: 'somebody@example.com' }).domains).toMatch(/such as/)
})

it('accepts the stored settings', () => {
  expect(problemsOf(draftOf(stored))).toEqual({})
})
