import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
import { refusal, serve } from '../../../testing/server.ts'
import { NewKeyDialog } from './new-key-dialog.tsx'

test('a taken name is reported at its field until another name is typed', async () => {
  serve({ 'POST /v1/apiKeys': refusal(409, 'ApiKeyExists') })
  const user = draw(<NewKeyDialog onClose={() => undefined} />)
  const name = screen.getByLabelText(/^Name/)
  await user.type(name, 'pipeline{Enter}')
  expect(await screen.findByText('You have a key of this name.')).toBeTruthy()
  await user.type(name, '-2')
  expect(screen.queryByText('You have a key of this name.')).toBeNull()
  expect(screen.queryByText(/Said by the server/)).toBeNull()
})
