import { screen, waitFor } from '@testing-library/react'
import type { ProfileBody } from '@waybill/api-contract'
import { Outlet } from 'react-router'
import { expect, test } from 'vitest'
import { isDeletedHere } from '../../../shared/deletions/profile-deletions.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { ScopeProvider } from '../../../shared/session/scope-context.ts'
import { drawRoutes, project } from '../../../testing/draw.tsx'
import { serve } from '../../../testing/server.ts'
import { Component } from './delete-route.tsx'

const profile = {
  metadata: { uid: 'p1', name: 'web' },
  spec: { version: '1.0.0', versions: [] },
} as unknown as ProfileBody

const page = (
  <ScopeProvider value={project}>
    <Outlet context={{ profile, etag: '"1"' }} />
  </ScopeProvider>
)

test('the confirmation opens at once, and cannot be answered until the clones are known', async () => {
  const clones = [{ uid: 'c1', name: 'web-copy', version: '1.0.0', project: '' }]
  serve({
    'GET /v1/console/clusterprofiles/clones': () => Response.json({ items: [{ uid: 'p1', clones, others: 0 }] }),
  })
  drawRoutes([{ path: '/', element: page, children: [{ index: true, Component }] }])
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Delete' })
  expect(screen.getByText('Looking for what was cloned from it…')).toBeTruthy()
  expect(button.disabled).toBe(true)
  await waitFor(() => expect(button.disabled).toBe(false))
  expect(screen.queryByText('Looking for what was cloned from it…')).toBeNull()
  expect(screen.getByText(/Clones of it stay: web-copy 1\.0\.0\./)).toBeTruthy()
})

test('the confirmation closes once answered, however long the list takes to load', async () => {
  serve({ 'GET /v1/console/clusterprofiles/clones': () => Response.json({ items: [] }) })
  const { promise: isListed, resolve: list } = Promise.withResolvers<null>()
  const user = drawRoutes([
    { path: '/', element: page, children: [{ index: true, Component }] },
    { path: paths.profiles(project), loader: () => isListed, element: <p>The list</p> },
  ])
  await screen.findByText('Nothing was cloned from it.')
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(isDeletedHere('p1')).toBe(true)
  expect(screen.queryByText('The list')).toBeNull()
  list(null)
  expect(await screen.findByText('The list')).toBeTruthy()
})
