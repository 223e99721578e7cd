import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
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

test('Ctrl Z takes back the newest message that can be undone, but not where text is typed', async () => {
  const undone: string[] = []
  for (const title of ['first', 'second']) showToast({ kind: 'info', title, undo: () => undone.push(title) })
  showToast({ kind: 'success', title: 'third' })
  const user = draw(
    <>
      <input aria-label="Search" />
      <Toasts />
    </>,
  )
  await user.click(screen.getByRole('textbox', { name: 'Search' }))
  await user.keyboard('{Control>}z{/Control}')
  expect(undone).toEqual([])
  await user.click(document.body)
  await user.keyboard('{Control>}z{/Control}')
  expect(undone).toEqual(['second'])
  await user.keyboard('{Control>}z{/Control}')
  expect(undone).toEqual(['second', 'first'])
})
