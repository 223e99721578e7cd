import { describe, expect, it } from 'vitest'
import { permissionsOf } from './roles.ts'

describe('roles', () => {
  it('let a viewer get and list, nothing more', () => {
    const operations = permissionsOf('Project Viewer', 'project').map((permission) => permission.split('.')[1])
    expect(new Set(operations)).toEqual(new Set(['get', 'list']))
  })

  it('let an editor change and publish, but neither create nor delete profiles', () => {
    const profile = permissionsOf('Project Editor', 'project').filter((permission) =>
      permission.startsWith('clusterProfile.'),
    )
    expect(profile.toSorted()).toEqual([
      'clusterProfile.get',
      'clusterProfile.list',
      'clusterProfile.publish',
      'clusterProfile.update',
    ])
  })

  it('give nothing in a project when they are roles of the tenant', () => {
    expect(permissionsOf('Tenant Admin', 'project')).toEqual([])
  })

  it.each(['Nobody', '__proto__', 'constructor', ''])('give nothing when unknown (%s)', (role) => {
    expect(permissionsOf(role, 'tenant')).toEqual([])
  })
})
