import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { SsoPage } from './sso-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'tenant.update')
  return expectValue(await api.sso.get(connection, { signal: request.signal }))
}

export function Component() {
  return <SsoPage stored={useLoaderData<typeof loader>()} />
}
