import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { draftOf, EMPTY_ROLE } from './form/role-draft.ts'
import { RoleFormPage } from './form/role-form-page.tsx'

/** With `?from=`, starts with the permissions of that role. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'role.create')
  const from = new URL(request.url).searchParams.get('from')
  const [permissions, role] = await Promise.all([
    api.roles.listPermissions(connection, { signal: request.signal }),
    from === null ? null : api.roles.get(connection, { params: { uid: from }, signal: request.signal }),
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
