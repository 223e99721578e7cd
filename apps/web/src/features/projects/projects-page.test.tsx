import { screen } from '@testing-library/react'
import type { ProjectsSummaryBody, SessionBody } from '@waybill/api-contract'
import { useLoaderData } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import { loadSession } from '../../shared/session/load-session.ts'
import { ScopeProvider } from '../../shared/session/scope-context.ts'
import { metaOf } from '../../testing/bodies.ts'
import { drawRoutes, project } from '../../testing/draw.tsx'
import { serve } from '../../testing/server.ts'
import type { ProjectList } from './project-query.ts'
import { ProjectsPage } from './projects-page.tsx'

let names: string[] = []
beforeEach(() => {
  names = ['Alpha']
})

const session = (): SessionBody => ({
  user: { uid: 'u', email: 'kim@shop.test', firstName: 'Kim', lastName: 'Lee' },
  tenant: project.tenant,
  scopes: names.map((name) => ({ kind: 'project', uid: name, name, roles: [], permissions: [] })),
  limits: { textBytes: 1, fileBytes: 1 },
})
const projects = (): ProjectsSummaryBody => ({
  items: names.map((name) => ({
    metadata: metaOf(name),
    specSummary: { logoUrl: '' },
    status: {
      clustersHealth: { errored: 0, healthy: 0, running: 0, unhealthy: 0 },
      status: { isDisabled: false },
      usage: { alloyCpuCores: 0, pureCpuCores: 0, clusters: [] },
    },
  })),
  listmeta: { continue: '', count: names.length, limit: 50, offset: 0 },
})

const scope = { ...project, permissions: new Set(['project.create', 'project.update', 'project.delete']) }
const query: ProjectList = { search: '', page: 1, perPage: 20 }

/** The page of projects below a list of the scopes that can be opened. */
function Page() {
  const { scopes } = useLoaderData<SessionBody>()
  return (
    <ScopeProvider value={scope}>
      <nav aria-label="Scopes">{scopes.map(({ name }) => name).join(', ')}</nav>
      <main>
        <ProjectsPage query={query} page={projects()} />
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

test('a new project can be opened as soon as it is added, under its current name', async () => {
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
