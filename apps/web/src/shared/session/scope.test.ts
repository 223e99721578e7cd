import { expect, test } from 'vitest'
import { roleRefusal, type Scope, scopesOf } from './scope.ts'

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

test('a session has the same scopes however often a page is read again', () => {
  const { kind, uid, name, tenant } = scope
  const session = {
    user: { uid: 'u', email: 'dev@example.com', firstName: 'Dev', lastName: 'Admin' },
    tenant,
    limits: { textBytes: 1, fileBytes: 1 },
    scopes: [{ kind, uid, name, roles: [], permissions: [] }],
  }
  expect(scopesOf(session)[0]).toBe(scopesOf(session)[0])
})
