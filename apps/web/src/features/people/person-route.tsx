import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { PersonPage } from './person/person-page.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'user.get')
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
