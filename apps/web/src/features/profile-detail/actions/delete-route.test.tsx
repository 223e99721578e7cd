import { screen, waitFor } from '@testing-library/react'
import type { ProfileBody } from '@waybill/api-contract'
import { Link, Outlet, type RouteObject } from 'react-router'
import { expect, test } from 'vitest'
import { isDeletedHere } from '../../../shared/deletions/profile-deletions.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { scopeContext, ScopeProvider } from '../../../shared/session/scope-context.ts'
import { drawRoutes, project } from '../../../testing/draw.tsx'
import { serve } from '../../../testing/server.ts'
import { Component, loader } from './delete-route.tsx'

const profile = {
  metadata: { uid: 'p1', name: 'web' },
  spec: { version: '1.0.0', versions: [] },
} as unknown as ProfileBody

const page = (
  <ScopeProvider value={project}>
    <Outlet context={{ profile, etag: '"1"' }} />
  </ScopeProvider>
)

const routes: RouteObject[] = [
  {
    path: '/',
    element: page,
    HydrateFallback: () => null,
    middleware: [({ context }) => context.set(scopeContext, project)],
    children: [
      { index: true, element: <Link to="p1">Delete p1</Link> },
      { path: ':profileUid', loader, Component },
    ],
  },
]

test('the confirmation opens when the clones are known, so that nothing in it moves', async () => {
  const clones = [{ uid: 'c1', name: 'web-copy', version: '1.0.0', project: '' }]
  const { promise: found, resolve: find } = Promise.withResolvers<Response>()
  const sent = serve({ 'GET /v1/console/clusterprofiles/clones': () => found })
  const user = drawRoutes(routes)
  await user.click(await screen.findByRole('link'))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(screen.queryByRole('dialog')).toBeNull()
  find(Response.json({ items: [{ uid: 'p1', clones, others: 0 }] }))
  expect((await screen.findByRole('dialog')).textContent).toContain('Clones of it stay: web-copy 1.0.0.')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Delete' }).disabled).toBe(false)
  expect(sent.map(({ query }) => query.get('uids'))).toEqual(['p1'])
})

test('the confirmation closes once answered, however long the list takes to load', async () => {
  serve({ 'GET /v1/console/clusterprofiles/clones': () => Response.json({ items: [] }) })
  const { promise: isListed, resolve: list } = Promise.withResolvers<null>()
  const user = drawRoutes([
    ...routes,
    { path: paths.profiles(project), loader: () => isListed, element: <p>The list</p> },
  ])
  await user.click(await screen.findByRole('link'))
  await screen.findByText('Nothing was cloned from it.')
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(isDeletedHere('p1')).toBe(true)
  expect(screen.queryByText('The list')).toBeNull()
  list(null)
  expect(await screen.findByText('The list')).toBeTruthy()
})
