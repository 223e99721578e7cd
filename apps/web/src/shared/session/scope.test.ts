import { expect, test } from 'vitest'
import { roleRefusal, type Scope } from './scope.ts'

const scope: Scope = {
  kind: 'project',
  uid: 'p',
  name: 'Default',
  tenant: { uid: 't', name: 'Dev', colour: 'blue', keepsPublished: false },
  roles: [],
  permissions: new Set(['macro.create']),
  basePath: '/projects/p',
}

test('a refusal names the permission that the roles lack', () => {
  expect(roleRefusal(scope, 'macro.delete')).toBe('Your roles here lack the permission macro.delete.')
})

test('there is no refusal if the roles hold the permission', () => {
  expect(roleRefusal(scope, 'macro.create')).toBeUndefined()
})
