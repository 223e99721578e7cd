import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { TENANT } from '../../shared/http/connection.ts'

import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { RegistriesPage } from './registries-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (!can(context.get(scopeContext), 'packRegistry.list')) throw new PermissionMissing('packRegistry.list')
  return expectValue(await api.consoleRegistries.list(TENANT, { signal: request.signal }))
}

export function Component() {
  return <RegistriesPage {...useLoaderData<typeof loader>()} />
}
