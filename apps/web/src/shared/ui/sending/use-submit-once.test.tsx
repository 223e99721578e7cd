import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { drawRoutes } from '../../../testing/draw.tsx'
import { useSubmitOnce } from './use-submit-once.ts'

function Publish() {
  const { submit } = useSubmitOnce()
  return (
    <button type="button" onClick={() => void submit({}, { method: 'post', encType: 'application/json' })}>
      Publish
    </button>
  )
}

test('two clicks before the button is rendered as busy send once, and one after the answer sends again', async () => {
  let sent = 0
  let answer: () => void = () => undefined
  const action = () => {
    sent += 1
    return new Promise<null>((resolve) => {
      answer = () => resolve(null)
    })
  }
  const user = drawRoutes([{ path: '/', action, Component: Publish }])
  const publish = await screen.findByRole('button', { name: 'Publish' })
  publish.click()
  publish.click()
  expect(sent).toBe(1)
  await act(async () => answer())
  await user.click(publish)
  expect(sent).toBe(2)
})
