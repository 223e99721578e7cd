import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { MacrosPage } from './macros-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'macro.list')
  return expectValue(await api.macros.listUsage(connection, { signal: request.signal }))
}

export function Component() {
  return <MacrosPage {...useLoaderData<typeof loader>()} />
}
