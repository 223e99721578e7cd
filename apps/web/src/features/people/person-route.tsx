import { getPerson, listProjects, listRoles } from '@waybill/api-client'
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
  const [person, roles, projects] = await Promise.all([
    getPerson(connection, params['userUid'] ?? '', request.signal),
    listRoles(connection, request.signal),
    listProjects(connection, request.signal),
  ])
  return {
    person: expectValue(person),
    roles: expectValue(roles).items,
    projects: expectValue(projects).items.map(({ metadata }) => metadata),
  }
}

export function Component() {
  return <PersonPage {...useLoaderData<typeof loader>()} />
}
