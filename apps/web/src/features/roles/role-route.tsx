import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { RolePage } from './role/role-page.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'role.get')) throw new PermissionMissing('role.get')
  const uid = params['roleUid'] ?? ''
  const [role, holders] = await Promise.all([
    api.roles.get(connectionOf(scope), { params: { uid }, signal: request.signal }),
    api.roles.listHolders(connectionOf(scope), { params: { uid }, signal: request.signal }),
  ])
  return { role: expectValue(role), holders: expectValue(holders) }
}

export function Component() {
  return <RolePage {...useLoaderData<typeof loader>()} />
}
