import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { PeoplePage } from './list/people-page.tsx'
import { peopleRequest, peopleList } from './list/people-query.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'user.list')) throw new PermissionMissing('user.list')
  const query = peopleList.read(new URL(request.url).searchParams)
  const [page, roles] = await Promise.all([
    api.accounts.listPeople(connectionOf(scope), { query: peopleRequest(query), signal: request.signal }),
    api.roles.list(connectionOf(scope), { query: { limit: 0 }, signal: request.signal }),
  ])
  return { query, page: expectValue(page), roles: expectValue(roles).items }
}

export function Component() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />
}
