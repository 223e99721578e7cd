import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { HomePage } from './home-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'clusterProfile.list')
  return expectValue(await api.overview.home(connection, { signal: request.signal }))
}

export function Component() {
  return <HomePage home={useLoaderData<typeof loader>()} />
}
