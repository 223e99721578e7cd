import type { PersonBody } from '@waybill/api-contract'
import { describe, expect, it } from 'vitest'
import { accessOf, WHOLE_TENANT } from './access.ts'
import type { Role } from './role.ts'

const role = (name: string, scope: 'tenant' | 'project', permissions: string[]): Role => ({
  metadata: { uid: name, name, labels: {}, annotations: {} },
  spec: { permissions, scope, type: 'system' },
  status: { isEnabled: true },
})
const ROLES = [
  role('Reader', 'tenant', ['macro.get', 'macro.list']),
  role('Writer', 'project', ['macro.update', 'macro.get']),
]
const person = (held: Pick<PersonBody, 'tenantRoles' | 'projects'>): PersonBody => ({
  uid: 'p',
  name: 'Kim',
  email: 'kim@example.test',
  firstName: 'Kim',
  lastName: '',
  isActive: true,
  hasOpenLink: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  lastSeenAt: null,
  teams: [],
  ...held,
})

describe('what somebody may do', () => {
  it('is nothing without a role', () => {
    expect(accessOf(person({ tenantRoles: [], projects: [] }), ROLES)).toEqual([])
  })

  it('names each role that allows any of it, and every verb once', () => {
    const both = person({ tenantRoles: ['Reader', 'Writer'], projects: [] })
    expect(accessOf(both, ROLES)).toEqual([
      { where: WHOLE_TENANT, kind: 'macro', verbs: ['list', 'get', 'update'], because: ['Reader', 'Writer'] },
    ])
  })

  it('is told project by project', () => {
    const inProject = person({ tenantRoles: [], projects: [{ uid: 'd', name: 'Default', roles: ['Writer'] }] })
    expect(accessOf(inProject, ROLES)).toEqual([
      { where: 'Default', kind: 'macro', verbs: ['get', 'update'], because: ['Writer'] },
    ])
  })
})
