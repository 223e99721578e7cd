import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { drawRoutes } from '../../testing/draw.tsx'
import type { MacroChange } from './macro-change.ts'
import { useMacroChange } from './use-macro-change.ts'

const nothing = () => undefined
const change: MacroChange = { intent: 'delete', name: 'domain', value: '' }

function Delete() {
  const { submit } = useMacroChange(nothing)
  return (
    <button type="button" onClick={() => submit(change)}>
      Delete
    </button>
  )
}

test('a macro is changed once, however quick the clicks', async () => {
  let sent = 0
  const action = () => {
    sent += 1
    return { change }
  }
  drawRoutes([{ path: '/', action, Component: Delete }])
  const button = await screen.findByRole('button', { name: 'Delete' })
  await act(async () => {
    button.click()
    button.click()
  })
  expect(sent).toBe(1)
})
