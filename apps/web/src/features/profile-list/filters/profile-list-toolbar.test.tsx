import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw, project } from '../../../testing/draw.tsx'
import { profileList } from './list-query.ts'
import { ProfileListToolbar } from './profile-list-toolbar.tsx'

const offersMissingMacros = async (permissions: readonly 'macro.list'[]) => {
  const user = draw(
    <ProfileListToolbar
      actions={null}
      query={profileList.read(new URLSearchParams())}
      facets={{ types: [], cloudTypes: [], tags: [] }}
      count={0}
      onChange={() => undefined}
    />,
    { ...project, permissions: new Set(permissions) },
  )
  await user.click(screen.getByRole('button', { name: 'State' }))
  return screen.queryByRole('menuitem', { name: 'Macro missing' }) !== null
}

test('users who may list macros can filter by missing ones', async () => {
  expect(await offersMissingMacros(['macro.list'])).toBe(true)
})

test('users who may not list macros cannot filter by missing ones', async () => {
  expect(await offersMissingMacros([])).toBe(false)
})
