import { expect, test } from 'vitest'
import type { Scope } from '../session/scope.ts'
import { project } from '../../testing/draw.tsx'
import { screensOf } from './screens.ts'

const scopeWith = (kind: Scope['kind'], ...permissions: string[]): Scope => ({
  ...project,
  kind,
  permissions: new Set(permissions),
})
const namesOf = (scope: Scope) => Object.values(screensOf(scope)).map((screens) => screens.map(({ name }) => name))

test('a project has its macros and audit log, the tenant has all settings', () => {
  const all = ['project', 'user', 'team', 'role', 'macro', 'audit'].map((kind) => `${kind}.list`)
  expect(namesOf(scopeWith('project', ...all))).toEqual([[], ['Macros', 'Audit log']])
  expect(namesOf(scopeWith('tenant', ...all))).toEqual([
    [],
    ['General', 'Secrets', 'Macros', 'Projects', 'People', 'Teams', 'Roles', 'Audit log'],
  ])
})

test('pages that the roles do not allow are left out', () => {
  expect(namesOf(scopeWith('project', 'clusterProfile.list'))).toEqual([['Home', 'Profiles'], []])
})
