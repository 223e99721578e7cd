import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { TENANT } from '../../shared/http/connection.ts'
import { RegistriesPage } from './registries-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  enterPage(context, 'packRegistry.list')
  return expectValue(await api.consoleRegistries.list(TENANT, { signal: request.signal }))
}

export function Component() {
  return <RegistriesPage {...useLoaderData<typeof loader>()} />
}
