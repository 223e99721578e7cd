import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { paths } from '../../shared/navigation/paths.ts'
import { draftOf } from './form/role-draft.ts'
import { RoleFormPage } from './form/role-form-page.tsx'
import { isBuiltIn } from './list/role-query.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'role.update')
  const uid = params['roleUid'] ?? ''
  const [permissions, found] = await Promise.all([
    api.roles.listPermissions(connection, { signal: request.signal }),
    api.roles.get(connection, { params: { uid }, signal: request.signal }),
  ])
  const stored = expectValue(found)
  if (isBuiltIn(stored)) throw redirect(paths.role(uid))
  return { permissions: expectValue(permissions), stored, start: draftOf(stored) }
}

export function Component() {
  const data = useLoaderData<typeof loader>()
  return <RoleFormPage key={data.stored.metadata.uid} {...data} />
}
