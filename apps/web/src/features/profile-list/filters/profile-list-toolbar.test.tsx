import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useList } from '../../../shared/ui/list/use-list.ts'
import { draw, project } from '../../../testing/draw.tsx'
import { profileList } from './list-query.ts'
import { ProfileListToolbar } from './profile-list-toolbar.tsx'

function Toolbar() {
  const list = useList(profileList, profileList.read(new URLSearchParams()))
  return <ProfileListToolbar actions={null} list={list} facets={{ types: [], cloudTypes: [], tags: [] }} count={0} />
}

const offersMissingMacros = async (permissions: readonly 'macro.list'[]) => {
  const user = draw(<Toolbar />, { ...project, permissions: new Set(permissions) })
  await user.click(screen.getByRole('button', { name: 'State' }))
  return screen.queryByRole('menuitem', { name: 'Macro missing' }) !== null
}

test('users who may list macros can filter by missing ones', async () => {
  expect(await offersMissingMacros(['macro.list'])).toBe(true)
})

test('users who may not list macros cannot filter by missing ones', async () => {
  expect(await offersMissingMacros([])).toBe(false)
})
