import { api } from '@waybill/api-client'
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { TENANT } from '../../shared/http/connection.ts'
import { formOf, readRegistry } from '../../shared/registries/registry-requests.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { RegistryFormPage } from './registry-form-page.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  if (!can(context.get(scopeContext), 'packRegistry.update')) throw new PermissionMissing('packRegistry.update')
  const { items } = expectValue(await api.consoleRegistries.list(TENANT, { signal: request.signal }))
  const registry = items.find(({ uid }) => uid === params['registryUid'])
  if (!registry) throw data('not-found', { status: 404 })
  const stored = expectValue(await readRegistry(formOf(registry), registry.uid, request.signal))
  return { uid: registry.uid, stored }
}

export function Component() {
  const { uid, stored } = useLoaderData<typeof loader>()
  return <RegistryFormPage key={uid} stored={stored} uid={uid} />
}
