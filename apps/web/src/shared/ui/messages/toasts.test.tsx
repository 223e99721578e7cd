import { fireEvent, screen } from '@testing-library/react'
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

const pressIn = (element: Element, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(element, { key: 'z', ctrlKey: true, composed: true, ...more })

test('Ctrl Z in an editor, behind a dialog or held takes back no message', () => {
  showToast({ kind: 'info', title: 'web 1.2.0 will be deleted.', undo: () => undefined })
  draw(<Toasts />)
  const host = document.body.appendChild(document.createElement('div'))
  const editor = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
  editor.setAttribute('contenteditable', 'true')
  pressIn(editor)
  pressIn(host, { repeat: true })
  host.setAttribute('role', 'dialog')
  pressIn(host)
  expect(useToasts.getState().toasts).toHaveLength(1)
  host.remove()
  pressIn(document.body)
  expect(useToasts.getState().toasts).toHaveLength(0)
})
