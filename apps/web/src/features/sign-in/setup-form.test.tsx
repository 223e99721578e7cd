import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { refusal, serve } from '../../testing/server.ts'
import { SetupForm } from './setup-form.tsx'

test('sends the setup once, however fast the clicks', async () => {
  const sent = serve({ 'POST /v1/console/setup': refusal(403, 'SetupCodeWrong') })
  render(<SetupForm />)
  const user = userEvent.setup()
  await user.type(screen.getByLabelText(/^Setup code/), 'code')
  await user.type(screen.getByLabelText(/^Tenant/), 'Stage')
  await user.type(screen.getByLabelText(/^E-mail/), 'kim@example.org')
  for (const field of screen.getAllByLabelText(/^Password/)) await user.type(field, 'four words are best')
  const button = screen.getByRole('button', { name: 'Set up' })
  act(() => {
    button.click()
    button.click()
  })
  expect(await screen.findByText('Said by the server.')).toBeTruthy()
  expect(sent).toHaveLength(1)
})
