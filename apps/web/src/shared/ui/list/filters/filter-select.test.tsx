import { screen, waitFor } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { expect, test, vi } from 'vitest'
import { draw } from '../../../../testing/draw.tsx'
import { FilterSelect } from './filter-select.tsx'

const drawFilter = (given: Partial<ComponentProps<typeof FilterSelect>> = {}) =>
  draw(
    <FilterSelect
      label="State"
      choices={['draft', 'published']}
      nameOf={(choice) => choice}
      chosen={[]}
      onChoose={() => undefined}
      {...given}
    />,
  )

test('the menu is placed at its button', async () => {
  const user = drawFilter()
  await user.click(screen.getByRole('button', { name: 'State' }))
  const menu = (await screen.findByRole('menu')).closest('.pf-v6-c-menu')
  await waitFor(() => expect(menu?.getAttribute('data-popper-placement')).toBe('bottom-start'))
})

test.each(['Enter', ' '])('in a filter by several values, %j ticks a choice and the menu stays', async (key) => {
  const onChoose = vi.fn()
  const user = drawFilter({ onChoose })
  await user.click(screen.getByRole('button', { name: 'State' }))
  const box = screen.getByRole('checkbox', { name: 'draft' })
  box.focus()
  await user.keyboard(`{${key}}`)
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(['draft'])
  expect(box.isConnected).toBe(true)
})

test('in a filter with one value, a new choice replaces the old one and closes the menu', async () => {
  const onChoose = vi.fn()
  const user = drawFilter({ isSingle: true, chosen: ['draft'], onChoose })
  const button = screen.getByRole('button', { name: /^State/ })
  await user.click(button)
  expect(screen.queryByRole('checkbox')).toBeNull()
  const chosen = screen.getByRole('option', { name: 'draft', selected: true })
  await user.click(screen.getByRole('option', { name: 'published', selected: false }))
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(['published'])
  await waitFor(() => expect(chosen.isConnected).toBe(false))
  expect(document.activeElement).toBe(button)
})
