import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { PersonPage } from './person/person-page.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'user.get')) throw new PermissionMissing('user.get')
  const connection = connectionOf(scope)
  const uid = params['userUid'] ?? ''
  const [person, access, roles, projects] = await Promise.all([
    api.accounts.getPerson(connection, { params: { uid }, signal: request.signal }),
    api.userRoles.getAccess(connection, { params: { uid }, signal: request.signal }),
    api.roles.list(connection, { query: { limit: 0 }, signal: request.signal }),
    api.projects.listNames(connection, { signal: request.signal }),
  ])
  return {
    person: expectValue(person),
    access: expectValue(access),
    roles: expectValue(roles).items,
    projects: expectValue(projects).items.map(({ metadata }) => metadata),
  }
}

export function Component() {
  return <PersonPage {...useLoaderData<typeof loader>()} />
}
