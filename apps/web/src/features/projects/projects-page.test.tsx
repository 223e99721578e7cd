import { screen } from '@testing-library/react'
import type { ProjectsSummaryBody, SessionBody } from '@waybill/api-contract'
import { useLoaderData } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import { loadSession } from '../../shared/session/load-session.ts'
import { ScopeProvider } from '../../shared/session/scope-context.ts'
import { drawRoutes, project } from '../../testing/draw.tsx'
import { serve } from '../../testing/server.ts'
import { ProjectsPage } from './projects-page.tsx'

let names: string[] = []
beforeEach(() => {
  names = ['Alpha']
})

const session = () =>
  ({ user: { uid: 'u' }, scopes: names.map((name) => ({ kind: 'project', uid: name, name })) }) as SessionBody
const projects = () =>
  ({
    items: names.map((name) => ({ metadata: { uid: name, name, annotations: {} }, specSummary: {} })),
    listmeta: { count: names.length },
  }) as unknown as ProjectsSummaryBody

const scope = { ...project, permissions: new Set(['project.create', 'project.update', 'project.delete']) }
const query = { search: '', page: 1, size: 25 }

/** The page of the projects below what names the scopes that one can enter. */
function Page() {
  const { scopes } = useLoaderData<SessionBody>()
  return (
    <ScopeProvider value={scope}>
      <nav aria-label="Scopes">{scopes.map(({ name }) => name).join(', ')}</nav>
      <main>
        <ProjectsPage query={query as never} page={projects()} />
      </main>
    </ScopeProvider>
  )
}

const draw = () =>
  drawRoutes([
    { path: '/', loader: ({ request }) => loadSession(request), Component: Page, HydrateFallback: () => null },
  ])

const become = (...now: string[]) => {
  return () => {
    names = now
    return Response.json({ uid: 'u' }, { status: 201 })
  }
}
const served = { 'GET /v1/console/session': () => Response.json(session()) }

test('a project can be entered as soon as it is added, by the name it has then', async () => {
  serve({
    ...served,
    'POST /v1/projects': become('Alpha', 'Beta'),
    'PUT /v1/projects/Beta/meta': become('Alpha', 'Gamma'),
  })
  const user = draw()
  const scopes = await screen.findByRole('navigation', { name: 'Scopes' })
  await user.click(screen.getByRole('button', { name: 'Add project' }))
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Beta')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(await screen.findByRole('link', { name: 'Beta' })).toBeTruthy()
  expect(scopes.textContent).toBe('Alpha, Beta')
  await user.click(screen.getByRole('button', { name: 'Edit Beta' }))
  await user.type(screen.getByRole('textbox', { name: 'Name' }), '{Control>}a{/Control}Gamma')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('link', { name: 'Gamma' })).toBeTruthy()
  expect(scopes.textContent).toBe('Alpha, Gamma')
})
