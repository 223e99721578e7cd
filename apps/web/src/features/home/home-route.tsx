import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { loadSession } from '../../shared/session/load-session.ts'
import { can, scopesOf } from '../../shared/session/scope.ts'
import { HomePage } from './home-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'clusterProfile.list')
  const [home, session] = await Promise.all([
    api.overview.home(connection, { signal: request.signal }),
    loadSession(request),
  ])
  return {
    home: expectValue(home),
    canAddRegistry: scopesOf(session).some((scope) => scope.kind === 'tenant' && can(scope, 'packRegistry.create')),
  }
}

export function Component() {
  return <HomePage {...useLoaderData<typeof loader>()} />
}
