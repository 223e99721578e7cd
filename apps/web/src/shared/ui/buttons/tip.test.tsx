import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
import { ActionButton } from './action-button.tsx'

const drawRefused = () =>
  draw(<ActionButton label="Delete" variant="secondary" reason="Your role may not." onClick={() => undefined} />)

const expectNone = () => waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull())

test('is shown when the button gets the focus, and hidden when it loses it', async () => {
  const user = drawRefused()
  expect(screen.queryByRole('tooltip')).toBeNull()
  await user.tab()
  const tip = await screen.findByRole('tooltip')
  expect(tip.textContent).toBe('Your role may not.')
  expect(screen.getByRole('button', { name: 'Delete', description: 'Your role may not.' })).toBe(document.activeElement)
  await user.tab()
  await expectNone()
})

test('is shown under the pointer, hidden by Escape, and shown again', async () => {
  const user = drawRefused()
  const button = screen.getByRole('button', { name: 'Delete' })
  await user.hover(button)
  await screen.findByRole('tooltip')
  await user.keyboard('{Escape}')
  await expectNone()
  await user.unhover(button)
  await user.hover(button)
  expect((await screen.findByRole('tooltip')).textContent).toBe('Your role may not.')
})
