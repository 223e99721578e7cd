import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw, project } from '../../testing/draw.tsx'
import { refusal, serve } from '../../testing/server.ts'
import { MacroFormDialog } from './macro-form-dialog.tsx'

test('a refusal of the server disappears once something else is typed', async () => {
  serve({ [`POST /v1/projects/${project.uid}/macros`]: refusal(403, 'Forbidden') })
  const user = draw(<MacroFormDialog taken={new Set()} onClose={() => undefined} />)
  const name = screen.getByLabelText(/^Name/)
  await user.type(name, 'domain{Enter}')
  expect(await screen.findByText(/Said by the server/)).toBeTruthy()
  await user.type(name, '!{Enter}')
  expect(screen.getByText('Use only letters, digits, dots, dashes and underscores.')).toBeTruthy()
  expect(screen.queryByText(/Said by the server/)).toBeNull()
})
