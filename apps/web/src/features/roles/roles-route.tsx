import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { roleList } from './list/role-query.ts'
import { RolesPage } from './list/roles-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'role.list')) throw new PermissionMissing('role.list')
  const query = roleList.read(new URL(request.url).searchParams)
  return {
    query,
    roles: expectValue(await api.roles.list(connectionOf(scope), { query: { limit: 0 }, signal: request.signal }))
      .items,
  }
}

export function Component() {
  return <RolesPage {...useLoaderData<typeof loader>()} />
}
