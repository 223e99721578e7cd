import { describe, expect, it } from 'vitest'
import { summaryOf } from './audit-summary.ts'

const summary = (kind: string, name: string, details: object, action = 'update') =>
  summaryOf({ action, resourceKind: kind, resourceName: name, details: JSON.stringify(details) })

describe('the title of an event', () => {
  it.each([
    [{ what: 'password' }, 'Set the password of user kim'],
    [{ what: 'password link' }, 'Made a password link for user kim'],
    [{ what: 'disabled' }, 'Disabled user kim'],
    [{ what: 'enabled' }, 'Enabled user kim'],
    [{ what: 'identity' }, 'Unlinked user kim from single sign-on'],
    [{ what: 'identity', via: 'single sign-on' }, 'Linked user kim to single sign-on'],
    [{ what: 'roles', given: ['A', 'B'], taken: ['C'] }, 'Changed the roles of user kim: gave A, B; took C'],
    [{ what: 'account', changed: ['email', 'firstName'] }, 'Changed user kim: e-mail, first name'],
    [{ what: 'account', changed: [] }, 'Changed user kim'],
    [{ what: '__proto__' }, 'Changed user kim'],
  ])('says what was done to a user: %j', (details, title) => {
    expect(summary('user', 'kim', details)).toBe(title)
  })

  it('says which macros were added, changed and removed', () => {
    const details = { created: ['region'], updated: [], removed: ['zone', 'town'] }
    expect(summary('macro', 'tenant macros', details)).toBe('Changed tenant macros: added region; removed zone, town')
  })

  it('says which settings of the tenant changed, and of its single sign-on', () => {
    expect(summary('tenant', 'Stage', { changed: ['name', 'keepsPublished'], keepsPublished: true })).toBe(
      'Changed tenant Stage: name, whether published versions stay',
    )
    expect(summary('tenant', 'Stage', { what: 'single sign-on', changed: ['clientSecret'] })).toBe(
      'Changed single sign-on of tenant Stage: client secret',
    )
  })

  it('says that a key was revoked', () => {
    expect(summary('apikey', 'ci', { what: 'revoked', user: 'u' })).toBe('Revoked API key ci')
    expect(summary('apikey', 'ci', { changed: ['expiry'] })).toBe('Changed API key ci: expiry')
  })

  it('names three of many', () => {
    expect(summary('clusterprofile', 'web', { changedLayers: ['a', 'b', 'c', 'd', 'e'] })).toBe(
      'Changed cluster profile web: changed layers a, b, c and 2 more',
    )
  })

  it('says which version of a profile it was about', () => {
    expect(summary('clusterprofile', 'web', { version: '1.2.0' }, 'publish')).toBe(
      'Published cluster profile web 1.2.0',
    )
    expect(summary('clusterprofile', 'web', { version: '1.2.0', changedLayers: ['a'] })).toBe(
      'Changed cluster profile web 1.2.0: changed layer a',
    )
  })

  it('says which request was refused, if that is known', () => {
    const known = { code: 'Forbidden', profile: 'web', version: '1.2.0' }
    const refused = (details: object) => summary('operation', 'PUT /v1/clusterprofiles/:uid', details, 'refuse-request')
    expect([refused(known), refused({ code: 'Forbidden' })]).toEqual([
      'Was refused PUT /v1/clusterprofiles/:uid on cluster profile web 1.2.0',
      'Was refused PUT /v1/clusterprofiles/:uid',
    ])
  })

  it('stays short for what was created or deleted', () => {
    expect(summary('role', 'Ours', { permissions: ['macro.get'] }, 'create')).toBe('Created role Ours')
    expect(summary('team', 'Ops', { members: ['kim'] }, 'delete')).toBe('Deleted team Ops')
  })
})
