import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { RolePage } from './role/role-page.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'role.get')
  const uid = params['roleUid'] ?? ''
  const [role, holders] = await Promise.all([
    api.roles.get(connection, { params: { uid }, signal: request.signal }),
    api.roles.listHolders(connection, { params: { uid }, signal: request.signal }),
  ])
  return { role: expectValue(role), holders: expectValue(holders) }
}

export function Component() {
  return <RolePage {...useLoaderData<typeof loader>()} />
}
