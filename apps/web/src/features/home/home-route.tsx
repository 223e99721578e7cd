import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { HomePage } from './home-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'clusterProfile.list')) throw new PermissionMissing('clusterProfile.list')
  return expectValue(await api.overview.home(connectionOf(scope), { signal: request.signal }))
}

export function Component() {
  return <HomePage home={useLoaderData<typeof loader>()} />
}
