import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Menu } from '../../../shared/ui/buttons/menu.tsx'
import { draw, project } from '../../../testing/draw.tsx'
import { SearchButton } from './search-button.tsx'
import { TypedAhead } from './typed-ahead.tsx'

test('letters typed right after Ctrl K appear in the field once it is loaded', async () => {
  draw(<SearchButton scope={project} scopes={[project]} />)
  await userEvent.setup({ delay: null }).keyboard('{Control>}k{/Control}a')
  expect(await screen.findByRole('combobox')).toHaveProperty('value', 'a')
})

test('Ctrl K closes a menu that is open', async () => {
  const user = draw(
    <>
      <SearchButton scope={project} scopes={[project]} />
      <Menu label="Actions" toggle={{ children: 'Actions' }}>
        An item
      </Menu>
    </>,
  )
  await user.click(screen.getByRole('button', { name: 'Actions' }))
  await screen.findByText('An item')
  await user.keyboard('{Control>}k{/Control}')
  await screen.findByRole('combobox')
  await waitFor(() => expect(screen.queryByText('An item')).toBeNull())
})

test('text typed before the field is loaded can be deleted, and the search can be cancelled', async () => {
  const user = draw(<Waiting />)
  await user.keyboard('macrp{Backspace}o')
  expect(screen.queryByText('macro')).not.toBeNull()
  await user.keyboard('{Escape}')
  expect(screen.queryByText('given up')).not.toBeNull()
})

function Waiting() {
  const [text, setText] = useState('')
  return (
    <p>
      {text}
      <TypedAhead onType={setText} onCancel={() => setText('given up')} />
    </p>
  )
}
