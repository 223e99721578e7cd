import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../../../testing/draw.tsx'
import { serve } from '../../../../testing/server.ts'
import { DeleteSelected } from './delete-selected.tsx'

const web = { uid: 'p1', name: 'web', title: 'web 1.0.0', others: 0, owner: 'project', etag: '"as listed"' }

test('until it is known what was cloned from them, it says so, and nothing can be deleted', async () => {
  serve({ 'GET /v1/console/clusterprofiles/clones': () => Response.json({ items: [] }) })
  draw(<DeleteSelected profiles={[web]} leftOut={[]} onClose={() => undefined} />)
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Delete 1 profile' })
  expect(screen.getByText('Looking for what was cloned from them')).toBeTruthy()
  expect(button.disabled).toBe(true)
  await waitFor(() => expect(button.disabled).toBe(false))
  expect(screen.queryByText('Looking for what was cloned from them')).toBeNull()
})
