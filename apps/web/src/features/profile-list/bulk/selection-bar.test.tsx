import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw, project } from '../../../testing/draw.tsx'
import type { ListedProfile } from './selection.ts'
import { SelectionBar } from './selection-bar.tsx'

const profile = (name: string, owner: string): ListedProfile => ({
  uid: name,
  name,
  title: `${name} 1.0.0`,
  others: 0,
  owner,
  etag: `"${name} as listed"`,
})

function drawChosen(chosen: ListedProfile[], onOtherPages = 0) {
  const selection = { chosen, isChosen: () => true, isAll: true, choose: () => undefined, chooseAll: () => undefined }
  return draw(<SelectionBar selection={selection} onOtherPages={onOtherPages} />, {
    ...project,
    permissions: new Set(['clusterProfile.update']),
  })
}

test('profiles of another scope are left out, and the dialog says so', async () => {
  const user = drawChosen([profile('web', 'project'), profile('ingress', 'tenant')])
  await user.click(screen.getByRole('button', { name: 'Tag' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByRole('list', { name: 'Profiles' }).textContent).not.toContain('ingress')
  expect(within(dialog).getByRole('list', { name: 'Left out' }).textContent).toBe('ingress 1.0.0')
  expect(within(dialog).getByText('This one belongs to the tenant and stays as it is:')).toBeTruthy()
  expect(within(dialog).getByRole('button', { name: 'Tag 1 profile' })).toBeTruthy()
})

test('if all of one page are selected, the bar says how many the list has', () => {
  drawChosen([profile('web', 'project'), profile('ingress', 'tenant')], 23)
  expect(screen.getByRole('status').textContent).toBe('All 2 on this page chosen, of 25')
})

test('if all are selected, no more can be', () => {
  drawChosen([profile('web', 'project')])
  expect(screen.getByRole('button', { name: 'Choose all' }).getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByRole('button', { name: 'Choose none' }).getAttribute('aria-disabled')).not.toBe('true')
})

test('if no selected profile belongs here, none of them can be changed', () => {
  drawChosen([profile('ingress', 'tenant')])
  expect(screen.getByRole('button', { name: 'Tag' }).getAttribute('aria-disabled')).toBe('true')
})
