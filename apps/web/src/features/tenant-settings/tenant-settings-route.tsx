import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { TenantSettingsPage } from './tenant-settings-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  return expectValue(await api.tenant.get(connectionOf(context.get(scopeContext)), { signal: request.signal }))
}

export function Component() {
  return <TenantSettingsPage stored={useLoaderData<typeof loader>()} />
}
