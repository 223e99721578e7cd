import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { listRequest, profileList } from './filters/list-query.ts'
import { ProfileListPage } from './profile-list-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { scope, connection } = enterPage(context, 'clusterProfile.list')
  const query = profileList.read(new URL(request.url).searchParams)
  if (query.state.includes('missingMacros') && !can(scope, 'macro.list')) throw new PermissionMissing('macro.list')
  const [page, facets] = await Promise.all([
    api.profiles.search(connection, { ...listRequest(query), signal: request.signal }),
    api.profiles.listFacets(connection, { signal: request.signal }),
  ])
  return { query, page: expectValue(page), facets: expectValue(facets) }
}

export function Component() {
  return <ProfileListPage {...useLoaderData<typeof loader>()} />
}
