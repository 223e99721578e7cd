import { describe, expect, test } from 'vitest'
import type { Scope } from '../../shared/session/scope.ts'
import { type Macro, scopeWords, sortMacros } from './macro-rows.ts'

const project: Scope = {
  kind: 'project',
  uid: 'p',
  name: 'Default',
  tenant: { uid: 't', name: 'Dev', colour: 'blue', keepsPublished: false },
  roles: [],
  permissions: new Set(),
  basePath: '/projects/p',
}

const macro = (name: string, scope: Macro['scope']): Macro => ({
  name,
  scope,
  value: '',
  overriddenBy: null,
  modifiedAt: '2026-01-01T00:00:00Z',
  usedBy: [],
  hidden: 0,
})

describe('macros of a scope', () => {
  test('come before those that it inherits, each by name', () => {
    const items = [macro('a', 'system'), macro('z', 'project'), macro('b', 'tenant'), macro('c', 'project')]
    expect(sortMacros(items, project).map(({ name }) => name)).toEqual(['c', 'z', 'b', 'a'])
  })

  test('say where they come from', () => {
    expect([macro('a', 'project'), macro('a', 'tenant')].map((each) => scopeWords(each, project))).toEqual([
      'This project',
      'From the tenant',
    ])
  })
})
