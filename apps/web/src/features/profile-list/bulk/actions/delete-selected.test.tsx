import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../../../testing/draw.tsx'
import { serve } from '../../../../testing/server.ts'
import { DeleteSelected } from './delete-selected.tsx'

const web = { uid: 'p1', name: 'web', title: 'web 1.0.0', others: 0, owner: 'project', etag: '"as listed"' }

const dns = { ...web, uid: 'p2', name: 'dns', title: 'dns 2.0.0' }

test('nothing can be deleted until its clones are known, and the dialog says so', async () => {
  serve({ 'GET /v1/console/clusterprofiles/clones': () => Response.json({ items: [] }) })
  draw(<DeleteSelected profiles={[web]} leftOut={[]} onClose={() => undefined} />)
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Delete 1 profile' })
  expect(screen.getByText('Looking for what was cloned from it…')).toBeTruthy()
  expect(button.disabled).toBe(true)
  await waitFor(() => expect(button.disabled).toBe(false))
  expect(screen.getByText('Nothing was cloned from it.')).toBeTruthy()
  expect(screen.queryByText('Looking for what was cloned from it…')).toBeNull()
})

test('clones that are kept are named below their originals', async () => {
  const clones = [{ uid: 'c1', name: 'web-copy', version: '1.0.0', project: '' }]
  serve({
    'GET /v1/console/clusterprofiles/clones': () => Response.json({ items: [{ uid: 'p1', clones, others: 0 }] }),
  })
  draw(<DeleteSelected profiles={[web, dns]} leftOut={[]} onClose={() => undefined} />)
  expect(await screen.findByText('What was cloned from them stays.')).toBeTruthy()
  const [first, second] = screen.getAllByRole('listitem')
  expect(first?.textContent).toContain('Clones of it stay: web-copy 1.0.0.')
  expect(second?.textContent).not.toContain('Clones of it')
})

test.each([
  [0, 1, '1 in other projects'],
  [0, 2, '2 in other projects'],
  [1, 2, 'copy-1 1.0.0, 2 more'],
  [7, 0, 'copy-1 1.0.0, copy-2 1.0.0, copy-3 1.0.0, copy-4 1.0.0, copy-5 1.0.0, 2 more'],
])('clones are counted as clones, %i that may be seen and %i others: %s', async (seen, others, said) => {
  const clones = Array.from({ length: seen }, (_, at) => ({
    uid: `c${at}`,
    name: `copy-${at + 1}`,
    version: '1.0.0',
    project: '',
  }))
  serve({ 'GET /v1/console/clusterprofiles/clones': () => Response.json({ items: [{ uid: 'p1', clones, others }] }) })
  draw(<DeleteSelected profiles={[web]} leftOut={[]} onClose={() => undefined} />)
  expect(await screen.findByText(`Clones of it stay: ${said}.`)).toBeTruthy()
})
