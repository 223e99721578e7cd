import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { paths } from '../../shared/navigation/paths.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { draftOf } from './form/role-draft.ts'
import { RoleFormPage } from './form/role-form-page.tsx'
import { isBuiltIn } from './list/role-query.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'role.update')) throw new PermissionMissing('role.update')
  const uid = params['roleUid'] ?? ''
  const [permissions, found] = await Promise.all([
    api.roles.listPermissions(connectionOf(scope), { signal: request.signal }),
    api.roles.get(connectionOf(scope), { params: { uid }, signal: request.signal }),
  ])
  const stored = expectValue(found)
  if (isBuiltIn(stored)) throw redirect(paths.role(uid))
  return { permissions: expectValue(permissions), stored, start: draftOf(stored) }
}

export function Component() {
  const data = useLoaderData<typeof loader>()
  return <RoleFormPage key={data.stored.metadata.uid} {...data} />
}
