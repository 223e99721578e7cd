import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { draw, project } from '../../../testing/draw.tsx'
import { SearchButton } from './search-button.tsx'
import { TypedAhead } from './typed-ahead.tsx'

test('letters typed right after Ctrl K stand in the field once it is there', async () => {
  draw(<SearchButton scope={project} scopes={[project]} />)
  await userEvent.setup({ delay: null }).keyboard('{Control>}k{/Control}a')
  expect(await screen.findByRole('combobox')).toHaveProperty('value', 'a')
})

test('what is typed before the field is there can be taken back, and given up', async () => {
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
