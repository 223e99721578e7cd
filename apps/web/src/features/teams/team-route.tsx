import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { TeamPage } from './team/team-page.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { scope, connection } = enterPage(context, 'team.get')
  const [team, projects, roles] = await Promise.all([
    api.teams.getForConsole(connection, { params: { uid: params['teamUid'] ?? '' }, signal: request.signal }),
    api.projects.listNames(connection, { signal: request.signal }),
    // Users who may not list roles see those of the team, but cannot change them.
    can(scope, 'role.list') ? api.roles.list(connection, { query: { limit: 0 }, signal: request.signal }) : null,
  ])
  return {
    team: expectValue(team),
    projects: expectValue(projects).items.map(({ metadata }) => metadata),
    roles: roles === null ? [] : expectValue(roles).items,
  }
}

export function Component() {
  return <TeamPage {...useLoaderData<typeof loader>()} />
}
