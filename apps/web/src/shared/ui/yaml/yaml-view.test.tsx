import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
import { YamlView } from './yaml-view.tsx'

test.each([
  ['Full\n', ['Copy']],
  ['a: 1\nb: 2\n', ['Search', 'Fold all', 'Unfold all', 'Copy']],
])('only a text of several lines is searched and folded: %j', async (text, buttons) => {
  draw(<YamlView text={text} label="New" />)
  await screen.findByRole('button', { name: 'Copy' })
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(buttons)
})
