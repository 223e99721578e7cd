import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TENANT_PATH } from '../../shared/navigation/paths.ts'
import { draw, project } from '../../testing/draw.tsx'
import type { Macro } from './macro-rows.ts'
import { MacroUsers } from './macro-users.tsx'

test("a project's profile opens in its project, a tenant's in the tenant", () => {
  const usedBy = [
    { uid: 'p1', name: 'shop', version: '1.0.0', projectUid: 'project1' },
    { uid: 'p2', name: 'base', version: '2.0.0', projectUid: null },
  ]
  const macro: Macro = {
    name: 'region',
    value: 'eu',
    scope: 'tenant',
    overriddenBy: null,
    modifiedAt: '2026-08-01T10:00:00Z',
    usedBy,
    hidden: 0,
  }
  draw(<MacroUsers macro={macro} />, { ...project, kind: 'tenant', ...TENANT_PATH })
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(links).toEqual(['/projects/project1/profiles/p1/layers', '/tenant/profiles/p2/layers'])
})
