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

test('a scope says which permission its roles lack', () => {
  expect(roleRefusal(scope, 'macro.delete')).toBe('Your roles here lack the permission macro.delete.')
})

test('a scope has nothing to say of a permission that its roles hold', () => {
  expect(roleRefusal(scope, 'macro.create')).toBeUndefined()
})
