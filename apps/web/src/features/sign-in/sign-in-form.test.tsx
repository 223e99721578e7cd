import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { refusal, serve } from '../../testing/server.ts'
import { SignInForm } from './sign-in-form.tsx'

const SIGN_IN = 'POST /v1/console/session'
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${label}`))
const said = (label: string) =>
  document.getElementById(field(label).getAttribute('aria-describedby') ?? '')?.textContent

/** Renders the form, and returns what presses its button. */
function drawForm(setOf = '') {
  render(
    <main>
      <SignInForm setOf={setOf} />
    </main>,
  )
  const user = userEvent.setup()
  return { user, press: () => user.click(screen.getByRole('button', { name: 'Sign in' })) }
}

test('empty fields are reported at each of them, the first gets the focus, and nothing is sent', async () => {
  const sent = serve({ [SIGN_IN]: refusal(401, 'InvalidCredentials') })
  const { press } = drawForm()
  await press()
  expect([said('E-mail'), said('Password')].join()).toMatch(/Enter your e-mail\..*Enter your password\./)
  await waitFor(() => expect(document.activeElement).toBe(field('E-mail')))
  expect(sent).toEqual([])
})

test('what was typed stays when the other field is empty', async () => {
  const { user, press } = drawForm()
  await user.type(field('E-mail'), 'kim@example.org')
  await press()
  expect(said('E-mail')).toBe('')
  expect(field('E-mail').value).toBe('kim@example.org')
  await waitFor(() => expect(document.activeElement).toBe(field('Password')))
})

test('that the password is set is said until the first attempt', async () => {
  serve({ [SIGN_IN]: refusal(401, 'InvalidCredentials') })
  const { user, press } = drawForm('kim@example.org')
  expect(screen.getByText(/Your password is set\./)).toBeTruthy()
  await user.type(field('Password'), 'not the password')
  await press()
  expect(await screen.findByText('Said by the server.')).toBeTruthy()
  expect(screen.queryByText(/Your password is set\./)).toBeNull()
})
