import { screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
import { Dialog } from '../dialogs/dialog.tsx'
import { showToast, useToasts } from './toast-store.ts'
import { Toasts } from './toasts.tsx'

const isAskedBeforeLeaving = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

beforeEach(() => useToasts.setState({ toasts: [] }))

test('the browser asks before the page is left while something waits for its message to go', async () => {
  showToast({
    kind: 'info',
    title: 'web 1.2.0 will be deleted.',
    undo: () => undefined,
    onGone: () => Promise.resolve(true),
  })
  const user = draw(<Toasts />)
  expect(isAskedBeforeLeaving()).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(isAskedBeforeLeaving()).toBe(false)
})

test('a message that nothing waits for keeps nobody on the page', () => {
  showToast({ kind: 'success', title: 'web 1.2.0 was published.', undo: () => undefined })
  draw(<Toasts />)
  expect(isAskedBeforeLeaving()).toBe(false)
})

test('a message can be read and answered while a dialog is open', async () => {
  const undo = vi.fn()
  showToast({ kind: 'success', title: 'web 1.2.0 was published.', undo })
  const user = draw(
    <>
      <h1>Profiles</h1>
      <Toasts />
      <Dialog title="Clone" onClose={() => undefined}>
        A draft is made.
      </Dialog>
    </>,
  )
  expect(screen.queryByRole('heading', { name: 'Profiles' })).toBeNull()
  expect(screen.getByRole('heading', { name: /web 1\.2\.0 was published\./ })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledOnce()
  expect(screen.getByRole('dialog')).toBeTruthy()
})
