import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../testing/draw.tsx'
import type { Macro } from './macro-rows.ts'
import { MacroUsers } from './macro-users.tsx'

test('a profile of a project opens in its project, one of the tenant in the tenant', () => {
  const usedBy = [
    { uid: 'p1', name: 'shop', version: '1.0.0', projectUid: 'project1' },
    { uid: 'p2', name: 'base', version: '2.0.0', projectUid: null },
  ]
  const macro = { usedBy, hidden: 0 } as unknown as Macro
  draw(<MacroUsers macro={macro} />, { kind: 'tenant', basePath: '/tenant' } as never)
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(links).toEqual(['/projects/project1/profiles/p1/layers', '/tenant/profiles/p2/layers'])
})
