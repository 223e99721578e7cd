import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { createMemoryRouter, type RouteObject, RouterProvider } from 'react-router'
import type { Scope } from '../shared/session/scope.ts'
import { ScopeProvider } from '../shared/session/scope-context.ts'

export const project: Scope = {
  kind: 'project',
  uid: '5e2031962f090e2d3d8a3290',
  name: 'Default',
  tenant: { uid: '5e2031962f090e2d3d8a3291', name: 'Dev', colour: 'blue', keepsPublished: false },
  roles: ['Project Admin'],
  permissions: new Set(),
  basePath: '/projects/5e2031962f090e2d3d8a3290',
}

/** Renders an element on a page in a scope, and returns the user who operates it. */
export function draw(element: ReactNode, scope = project) {
  return drawRoutes([{ path: '*', element: <Page scope={scope}>{element}</Page> }])
}

function Page({ scope, children }: { scope: Scope; children: ReactNode }) {
  return (
    <ScopeProvider value={scope}>
      <main>{children}</main>
    </ScopeProvider>
  )
}

/** Renders a router at the address `/`. */
export function drawRoutes(routes: RouteObject[]) {
  const user = userEvent.setup()
  render(<RouterProvider router={createMemoryRouter(routes)} />)
  return user
}
