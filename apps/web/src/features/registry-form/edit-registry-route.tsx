import { api } from '@waybill/api-client'
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { TENANT } from '../../shared/http/connection.ts'
import { formOf, readRegistry } from '../../shared/registries/registry-requests.ts'
import { RegistryFormPage } from './registry-form-page.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  enterPage(context, 'packRegistry.update')
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
