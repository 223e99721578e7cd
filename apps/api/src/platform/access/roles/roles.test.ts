import { describe, expect, it } from 'vitest'
import { readHeldRole, rightsOf, type HeldRow } from './held-role.ts'

const TENANT = 'tenant'
const builtIn = (role: string, scopeUid = TENANT): HeldRow => ({
  scopeUid,
  role,
  customName: null,
  customScope: null,
  customPermissions: null,
})
const permissionsBy = (row: HeldRow, projectUid?: string) => [
  ...rightsOf(readHeldRole(row), TENANT, projectUid).permissions,
]

describe('roles', () => {
  it('let a viewer get and list, nothing more', () => {
    const verbs = permissionsBy(builtIn('Project Viewer', 'project'), 'project').map((one) => one.split('.')[1])
    expect(new Set(verbs)).toEqual(new Set(['get', 'list']))
  })

  it('let an editor change and publish, but neither create nor delete profiles', () => {
    const profile = permissionsBy(builtIn('Project Editor', 'project'), 'project').filter((permission) =>
      permission.startsWith('clusterProfile.'),
    )
    expect(profile.toSorted()).toEqual([
      'clusterProfile.get',
      'clusterProfile.list',
      'clusterProfile.publish',
      'clusterProfile.update',
    ])
  })

  it('grant nothing in a project if they are tenant roles', () => {
    expect(permissionsBy(builtIn('Tenant Admin', 'project'), 'project')).toEqual([])
  })

  it('that are custom grant the permissions that they name, if those exist', () => {
    const row = { customName: 'Ours', customScope: 'project' as const, customPermissions: ['macro.get', 'moon.land'] }
    expect(permissionsBy({ scopeUid: TENANT, role: 'uid', ...row })).toEqual(['macro.get'])
  })

  it.each(['Nobody', '__proto__', 'constructor', ''])('grant nothing if unknown (%s)', (role) => {
    expect(permissionsBy(builtIn(role))).toEqual([])
  })
})
