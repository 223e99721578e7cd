import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw, project } from '../../../testing/draw.tsx'
import { teamList } from './team-query.ts'
import { TeamsPage } from './teams-page.tsx'

test('without teams, the page offers to add the first one', async () => {
  const page = { items: [], listmeta: { continue: '', count: 0, limit: 20, offset: 0 } }
  const query = teamList.read(new URLSearchParams())
  const user = draw(<TeamsPage query={query} page={page} />, { ...project, permissions: new Set(['team.create']) })
  const nothing = screen.getByText('No teams yet').closest('.pf-v6-c-empty-state')
  const add = screen.getByRole('button', { name: 'Add team' })
  expect(nothing?.contains(add)).toBe(true)
  await user.click(add)
  expect(await screen.findByRole('dialog', { name: 'Add team' })).toBeTruthy()
})
