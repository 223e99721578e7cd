import { screen } from '@testing-library/react'
import type { ApiError } from '@waybill/api-client'
import { data } from 'react-router'
import { expect, test, vi } from 'vitest'
import { drawRoutes } from '../../../testing/draw.tsx'
import { PageFailure, PermissionMissing } from '../../http/expect-value.ts'
import { PageError } from './route-error.tsx'

/** Renders a page whose data fails to load, always or until a retry. */
function drawPage(load: () => unknown) {
  return drawRoutes([
    {
      path: '/',
      loader: load,
      ErrorBoundary: PageError,
      HydrateFallback: () => null,
      Component: () => <h1>The page</h1>,
    },
  ])
}

const failing = (error: unknown) => () => {
  throw error
}
async function expectHeading(name: string): Promise<void> {
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(name)
}
const failure = (more: Partial<Extract<ApiError, { kind: 'refusal' }>>) =>
  new PageFailure({ kind: 'refusal', status: 500, code: 'Unknown', message: 'Said.', details: [], ref: '', ...more })

test('a page that the roles do not allow names the permission', async () => {
  drawPage(failing(new PermissionMissing('clusterProfile.create')))
  await expectHeading('Your roles here do not give access to this page')
  expect(screen.queryByText('clusterProfile.create')).not.toBeNull()
})

test.each([
  ['the router', data('not-found', { status: 404 })],
  ['the server', failure({ status: 404, code: 'ResourceNotFound' })],
])('what %s does not find is shown as not found', async (_who, error) => {
  drawPage(failing(error))
  await expectHeading('There is nothing at this address')
})

test('a server failure is shown with its reference number', async () => {
  drawPage(failing(failure({ ref: 'r-42' })))
  await expectHeading('The server answered with an error (500)')
  expect(screen.queryByText('r-42')).not.toBeNull()
})

test('a page that got no answer can be retried', async () => {
  const load = vi.fn(() => null).mockImplementationOnce(failing(new PageFailure({ kind: 'network' })))
  const user = drawPage(load)
  await expectHeading('The server does not answer')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { name: 'The page' })).toBeDefined()
})

test('a bug of the console shows its reference on the page and in the log', async () => {
  const reported: unknown[] = []
  vi.stubGlobal('reportError', (error: Error) => void reported.push(error.message))
  drawPage(failing(new TypeError('x is undefined')))
  await expectHeading('This page could not be shown')
  const reference = screen.getByText(/^[0-9a-f]+$/).textContent
  expect(reported).toEqual([`Reference ${reference}`])
})
