import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { screen, waitFor } from '@testing-library/react'
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

const button = () => screen.getByRole('button', { name: 'Actions' })

test('opens with the keyboard, whose arrows lead into it, and Escape gives the focus back', async () => {
  const user = drawMenu()
  await user.tab()
  await user.keyboard('{Enter}')
  const first = await screen.findByRole('menuitem', { name: 'Export' })
  expect(button().getAttribute('aria-expanded')).toBe('true')
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(first)
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(button())
})

test('stands at its button', async () => {
  const user = drawMenu()
  await user.click(button())
  const menu = (await screen.findByRole('menu')).closest('.pf-v6-c-menu')
  await waitFor(() => expect(menu?.getAttribute('data-popper-placement')).toBe('bottom-start'))
})

test('closes when something is chosen, with the focus on its button', async () => {
  const user = drawMenu()
  await user.click(button())
  await user.click(await screen.findByRole('menuitem', { name: 'Compare' }))
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(button())
})

test('closes at its own button and at whatever else is clicked', async () => {
  const user = drawMenu()
  for (const elsewhere of [button(), document.body]) {
    await user.click(button())
    await screen.findByRole('menu')
    await user.click(elsewhere)
    expect(screen.queryByRole('menu')).toBeNull()
  }
})
