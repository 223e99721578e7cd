import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
import { StackPicture } from './stack-picture.tsx'

const layer = (name: string) => ({
  name,
  layer: 'addon' as const,
  version: '1.0.0',
  registryName: '',
  isInvalid: false,
  inValidReason: '',
})

test('after a click the arrow keys move on, and the list keeps the focus', async () => {
  const select = vi.fn()
  const user = draw(<StackPicture layers={['web', 'proxy'].map(layer)} selected="proxy" onSelect={select} />)
  await user.click(screen.getByRole('option', { name: /proxy/ }))
  await user.keyboard('{ArrowDown}')
  expect(select.mock.calls).toEqual([['proxy'], ['web']])
  expect(document.activeElement).toBe(screen.getByRole('listbox'))
})
