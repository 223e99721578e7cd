import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { roleList } from './list/role-query.ts'
import { RolesPage } from './list/roles-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'role.list')
  const query = roleList.read(new URL(request.url).searchParams)
  return {
    query,
    roles: expectValue(await api.roles.list(connection, { query: { limit: 0 }, signal: request.signal })).items,
  }
}

export function Component() {
  return <RolesPage {...useLoaderData<typeof loader>()} />
}
