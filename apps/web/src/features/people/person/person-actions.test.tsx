import { screen, waitFor } from '@testing-library/react'
import type { PersonBody } from '@waybill/api-contract'
import { expect, test } from 'vitest'
import { draw, project } from '../../../testing/draw.tsx'
import { refusal, serve } from '../../../testing/server.ts'
import { useToasts } from '../../../shared/ui/messages/toast-store.ts'
import { PersonState } from '../person-state.tsx'
import { PersonActions } from './person-actions.tsx'

const ada = {
  uid: 'u1',
  name: 'Ada Lovelac',
  email: 'ada@example.com',
  firstName: 'Ada',
  lastName: 'Lovelac',
  isActive: true,
  hasPassword: false,
  hasOpenLink: true,
  hasExpiredLink: false,
  lastSeenAt: null,
} as PersonBody

const scope = { ...project, permissions: new Set(['user.update']) }

test('a name and an e-mail can be corrected, and a taken e-mail is reported at its field', async () => {
  const sent = serve({ 'PUT /v1/users/u1': refusal(409, 'UserExists') })
  const user = draw(<PersonActions person={ada} />, scope)
  await user.click(screen.getByRole('button', { name: 'Edit' }))
  await user.type(screen.getByRole('textbox', { name: 'Last name' }), 'e')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.body).toEqual({ spec: { emailId: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' } })
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'E-mail' }).getAttribute('aria-invalid')).toBe('true'))
})

test('a person who never signed in and has no password is shown as invited', () => {
  draw(
    <>
      <PersonState person={ada} />
      <PersonState person={{ ...ada, hasPassword: true }} />
      <PersonState person={{ ...ada, lastSeenAt: '2026-11-28T10:00:00Z' }} />
      <PersonState person={{ ...ada, isActive: false }} />
    </>,
  )
  expect(['Invited', 'Active', 'Disabled'].map((word) => screen.getAllByText(word).length)).toEqual([1, 2, 1])
})

test('a person whose link has ended needs a new one, and is not invited', () => {
  const linkless = { ...ada, hasOpenLink: false }
  draw(<PersonState person={linkless} />)
  expect([screen.getByText('Needs a link'), screen.queryByText('Invited')]).toEqual([expect.anything(), null])
})

test('whoever corrects an e-mail is told that sessions and the open link end with it', async () => {
  serve({ 'PUT /v1/users/u1': () => new Response(null, { status: 204 }) })
  const user = draw(<PersonActions person={ada} />, scope)
  await user.click(screen.getByRole('button', { name: 'Edit' }))
  const email = screen.getByRole('textbox', { name: 'E-mail' })
  expect(screen.getByText(/A new one signs them out and ends the open password link/)).toBeTruthy()
  await user.type(email, '.au')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const said = () => useToasts.getState().toasts.at(-1)?.title
  await waitFor(() => expect(said()).toBe('Saved. The password link no longer works: make a new one.'))
})

test('a person whose invitation expired unused gets a new one', () => {
  const late = { ...ada, hasOpenLink: false, hasExpiredLink: true }
  draw(
    <>
      <PersonState person={late} />
      <PersonActions person={late} />
    </>,
    scope,
  )
  expect(screen.getByText('Invitation expired')).toBeTruthy()
  expect(screen.queryByText('Active')).toBeNull()
  expect(screen.getByRole('button', { name: 'Make a new invitation link' })).toBeTruthy()
})
