import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { limitsOf } from '../../shared/ui/list/page-of-list.ts'
import { teamList } from './list/team-query.ts'
import { TeamsPage } from './list/teams-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'team.list')
  const query = teamList.read(new URL(request.url).searchParams)
  const { search, order } = query
  const wanted = { ...limitsOf(query), search, order }
  return {
    query,
    page: expectValue(await api.teams.listForConsole(connection, { query: wanted, signal: request.signal })),
  }
}

export function Component() {
  return <TeamsPage {...useLoaderData<typeof loader>()} />
}
