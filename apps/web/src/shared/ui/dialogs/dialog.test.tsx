import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { Dialog } from './dialog.tsx'
import { FormDialog } from './form-dialog.tsx'

const nothing = () => undefined
const focused = () => document.activeElement?.textContent ?? ''

test('the focus starts on the first control of the content, not on the close button', () => {
  draw(
    <Dialog title="Export" actions={<Button>Export</Button>} onClose={nothing}>
      <label>
        <input type="radio" name="format" /> One
      </label>
      <label>
        <input type="radio" name="format" defaultChecked /> Other
      </label>
    </Dialog>,
  )
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Other' }))
})

test('in a dialog without controls, the focus starts on its first button', () => {
  draw(
    <Dialog title="Make a link?" actions={<Button>Make link</Button>} onClose={nothing}>
      It works once.
    </Dialog>,
  )
  expect(focused()).toBe('Make link')
})

test('if something would be lost, the focus starts on the harmless button', () => {
  draw(
    <Dialog title="Delete?" isWarning actions={<Button>Delete</Button>} onClose={nothing}>
      <input aria-label="Sure" />
    </Dialog>,
  )
  expect(focused()).toBe('Cancel')
})

test('a field with autofocus gets the focus', () => {
  draw(
    <Dialog title="Add" onClose={nothing}>
      <input aria-label="First" />
      <input aria-label="Second" autoFocus />
    </Dialog>,
  )
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Second' }))
})

test('a dialog that is shown once can only be closed by its button', async () => {
  const onClose = vi.fn()
  const user = draw(
    <Dialog title="API key" isShownOnce closeLabel="I have copied it" onClose={onClose}>
      The key
    </Dialog>,
  )
  await user.keyboard('{Escape}')
  expect(onClose).not.toHaveBeenCalled()
  expect(screen.getAllByRole('button')).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'I have copied it' }))
  expect(onClose).toHaveBeenCalledOnce()
})

test('a running action leaves the focus on its button, which sends nothing more', async () => {
  const onConfirm = vi.fn()
  const user = draw(
    <ConfirmDialog title="Publish?" action="Publish" isBusy onConfirm={onConfirm} onClose={nothing}>
      Everybody sees it then.
    </ConfirmDialog>,
  )
  const button = screen.getByRole('button', { name: /Publish$/ })
  button.focus()
  expect(document.activeElement).toBe(button)
  await user.keyboard('{Enter}')
  expect(onConfirm).not.toHaveBeenCalled()
})

test('a dialog cannot be closed while its action is running', async () => {
  const onClose = vi.fn()
  const user = draw(
    <ConfirmDialog title="Delete?" action="Delete" isBusy onConfirm={nothing} onClose={onClose}>
      Nothing brings it back.
    </ConfirmDialog>,
  )
  await user.keyboard('{Escape}')
  for (const name of ['Close', 'Cancel']) await user.click(screen.getByRole('button', { name }))
  expect(onClose).not.toHaveBeenCalled()
})

test('a running form leaves the focus on its button too', async () => {
  const onSubmit = vi.fn()
  const user = draw(
    <FormDialog title="Clone" action="Clone" isBusy onSubmit={onSubmit} onClose={nothing}>
      <input aria-label="Name" />
    </FormDialog>,
  )
  const button = screen.getByRole('button', { name: /Clone$/ })
  button.focus()
  expect(document.activeElement).toBe(button)
  await user.keyboard('{Enter}')
  expect(onSubmit).not.toHaveBeenCalled()
})
