import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
import { Menu } from './menu.tsx'

const drawMenu = () =>
  draw(
    <Menu label="Actions" toggle={{ children: 'Actions' }} isFocusReturned>
      <DropdownList>
        <DropdownItem>Export</DropdownItem>
        <DropdownItem>Compare</DropdownItem>
      </DropdownList>
    </Menu>,
  )

const expectClosed = () => waitFor(() => expect(screen.queryByRole('menu')).toBeNull())

const button = () => screen.getByRole('button', { name: 'Actions' })

test('opens with the keyboard, whose arrows move into it, and Escape returns the focus', async () => {
  const user = drawMenu()
  await user.tab()
  await user.keyboard('{Enter}')
  const first = await screen.findByRole('menuitem', { name: 'Export' })
  expect(button().getAttribute('aria-expanded')).toBe('true')
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(first)
  await user.keyboard('{Escape}')
  await expectClosed()
  expect(document.activeElement).toBe(button())
})

test.each([
  ['ArrowDown', 'Export'],
  ['ArrowUp', 'Compare'],
])('%s on its button opens it at %s', async (key, item) => {
  const user = drawMenu()
  await user.tab()
  await user.keyboard(`{${key}}`)
  expect(document.activeElement).toBe(await screen.findByRole('menuitem', { name: item }))
  expect(button().getAttribute('aria-expanded')).toBe('true')
})

test('is placed at its button', async () => {
  const user = drawMenu()
  await user.click(button())
  const menu = (await screen.findByRole('menu')).closest('.pf-v6-c-menu')
  await waitFor(() => expect(menu?.getAttribute('data-popper-placement')).toBe('bottom-start'))
})

test('closes when an item is selected, with the focus on its button', async () => {
  const user = drawMenu()
  await user.click(button())
  await user.click(await screen.findByRole('menuitem', { name: 'Compare' }))
  await expectClosed()
  expect(document.activeElement).toBe(button())
})

test('closes when its own button or anything else is clicked', async () => {
  const user = drawMenu()
  for (const elsewhere of [button(), document.body]) {
    await user.click(button())
    await screen.findByRole('menu')
    await user.click(elsewhere)
    await expectClosed()
  }
})

test('opens when the button is pressed without getting the focus', async () => {
  drawMenu()
  fireEvent.click(button())
  const menu = (await screen.findByRole('menu')).closest('.pf-v6-c-menu')
  await waitFor(() => expect(menu?.getAttribute('data-popper-placement')).toBe('bottom-start'))
})

test('handles a key pressed right after opening', async () => {
  drawMenu()
  button().focus()
  fireEvent.click(button())
  fireEvent.keyDown(button(), { key: 'ArrowDown' })
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Export'))
})
