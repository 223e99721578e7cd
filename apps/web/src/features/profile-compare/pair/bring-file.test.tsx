import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useToasts } from '../../../shared/ui/messages/toast-store.ts'
import { draw } from '../../../testing/draw.tsx'
import { BringFile } from './bring-file.tsx'
import { broughtFile } from './brought-file.ts'

test('of several files the first is compared, and a message says so', async () => {
  draw(<BringFile address="?right=file" onBrought={() => undefined} />)
  const files = ['web.json', 'edge.json'].map((name) => new File(['{}'], name))
  const items = files.map((file) => ({ kind: 'file', type: file.type, getAsFile: () => file }))
  const dataTransfer = { files, items, types: ['Files'] }
  fireEvent.drop(screen.getByRole('button', { name: 'Upload file' }), { dataTransfer })
  await waitFor(() => expect(broughtFile()?.fileName).toBe('web.json'))
  expect(useToasts.getState().toasts).toMatchObject([
    { title: 'Only web.json was taken: one file is compared at a time.' },
  ])
})
