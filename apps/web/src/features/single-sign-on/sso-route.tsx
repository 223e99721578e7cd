import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { SsoPage } from './sso-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'tenant.update')) throw new PermissionMissing('tenant.update')
  return expectValue(await api.sso.get(connectionOf(scope), { signal: request.signal }))
}

export function Component() {
  return <SsoPage stored={useLoaderData<typeof loader>()} />
}
