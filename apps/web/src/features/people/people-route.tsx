import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { PeoplePage } from './list/people-page.tsx'
import { peopleRequest, peopleList } from './list/people-query.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'user.list')
  const query = peopleList.read(new URL(request.url).searchParams)
  const [page, roles] = await Promise.all([
    api.accounts.listPeople(connection, { query: peopleRequest(query), signal: request.signal }),
    api.roles.list(connection, { query: { limit: 0 }, signal: request.signal }),
  ])
  return { query, page: expectValue(page), roles: expectValue(roles).items }
}

export function Component() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />
}
