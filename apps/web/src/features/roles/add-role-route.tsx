import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { draftOf, EMPTY_ROLE } from './form/role-draft.ts'
import { RoleFormPage } from './form/role-form-page.tsx'

/** With `?from=`, it begins with what that role allows. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'role.create')) throw new PermissionMissing('role.create')
  const from = new URL(request.url).searchParams.get('from')
  const [permissions, role] = await Promise.all([
    api.roles.listPermissions(connectionOf(scope), { signal: request.signal }),
    from === null ? null : api.roles.get(connectionOf(scope), { params: { uid: from }, signal: request.signal }),
  ])
  const cloned = role && draftOf(expectValue(role))
  return {
    permissions: expectValue(permissions),
    start: cloned ? { ...cloned, name: `${cloned.name} (copy)` } : EMPTY_ROLE,
  }
}

export function Component() {
  return <RoleFormPage {...useLoaderData<typeof loader>()} stored={null} />
}
