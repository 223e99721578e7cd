import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
import { NewPasswordForm } from './new-password-form.tsx'

test('sends a password once, however fast the clicks', async () => {
  const { promise, resolve } = Promise.withResolvers<null>()
  const send = vi.fn(() => promise)
  const user = draw(<NewPasswordForm asksCurrent={false} submitLabel="Set password" send={send} />)
  const fields = screen.getAllByLabelText<HTMLInputElement>(/^New password/)
  for (const field of fields) await user.type(field, 'four words are best')
  const button = screen.getByRole('button', { name: 'Set password' })
  act(() => {
    button.click()
    button.click()
  })
  expect(send).toHaveBeenCalledOnce()
  resolve(null)
  await vi.waitFor(() => expect(fields.map(({ value }) => value)).toEqual(['', '']))
})
