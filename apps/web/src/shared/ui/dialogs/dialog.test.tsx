import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { Dialog } from './dialog.tsx'
import { FormDialog } from './form-dialog.tsx'

const nothing = () => undefined
const focused = () => document.activeElement?.textContent ?? ''

test('the focus begins on the first control of what a dialog is for, not on its cross', () => {
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

test('where a dialog only says something, the focus begins on its first button', () => {
  draw(
    <Dialog title="Make a link?" actions={<Button>Make link</Button>} onClose={nothing}>
      It works once.
    </Dialog>,
  )
  expect(focused()).toBe('Make link')
})

test('where something would be lost, the focus begins on what loses nothing', () => {
  draw(
    <Dialog title="Delete?" isWarning actions={<Button>Delete</Button>} onClose={nothing}>
      <input aria-label="Sure" />
    </Dialog>,
  )
  expect(focused()).toBe('Cancel')
})

test('a field that asks for the focus itself has it', () => {
  draw(
    <Dialog title="Add" onClose={nothing}>
      <input aria-label="First" />
      <input aria-label="Second" autoFocus />
    </Dialog>,
  )
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Second' }))
})

test('what is shown once is closed by its button alone', async () => {
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

test('what is under way leaves the focus to the button that sent it, which sends nothing more', async () => {
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

test('what is under way cannot be closed until it is known what came of it', async () => {
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

test('a form that is under way leaves the focus to its button too', async () => {
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
