import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { limitsOf } from '../../shared/ui/list/page-of-list.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { teamList } from './list/team-query.ts'
import { TeamsPage } from './list/teams-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'team.list')) throw new PermissionMissing('team.list')
  const query = teamList.read(new URL(request.url).searchParams)
  const { search, order } = query
  const wanted = { ...limitsOf(query), search, order }
  return {
    query,
    page: expectValue(await api.teams.listForConsole(connectionOf(scope), { query: wanted, signal: request.signal })),
  }
}

export function Component() {
  return <TeamsPage {...useLoaderData<typeof loader>()} />
}
