import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
import { refusal, serve } from '../../../testing/server.ts'
import { RoleFormPage } from './role-form-page.tsx'

const permissions = [{ name: 'Project', scope: 'project' as const, permissions: ['macro.get'] }]

function drawForm(name: string, chosen: readonly string[]) {
  return draw(
    <RoleFormPage start={{ name, scope: 'project', permissions: chosen }} stored={null} permissions={permissions} />,
  )
}

test('a role without a name and one that allows nothing are refused before anything is sent', async () => {
  const user = drawForm('', [])
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('Enter a name.')).toBeTruthy()
  expect(screen.getByText(/^Choose what the role allows/)).toBeTruthy()
})

test('what the server refuses goes once something else is typed', async () => {
  const sent = serve({ 'POST /v1/roles': refusal(403, 'Forbidden') })
  const user = drawForm('Reader', ['macro.get'])
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Said by the server.')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: /^Name/ }), 's')
  expect(screen.queryByText('Said by the server.')).toBeNull()
  expect(sent).toHaveLength(1)
})

test('a name that is taken is told at the name', async () => {
  serve({ 'POST /v1/roles': refusal(409, 'RoleExists') })
  const user = drawForm('Reader', ['macro.get'])
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Said by the server.')
  expect(screen.getByRole('textbox', { name: /^Name/ }).getAttribute('aria-invalid')).toBe('true')
})
