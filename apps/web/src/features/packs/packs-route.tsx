import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { packRequest, packList } from './pack-query.ts'
import { PacksPage } from './packs-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'packRegistry.list')) throw new PermissionMissing('packRegistry.list')
  const query = packList.read(new URL(request.url).searchParams)
  const connection = connectionOf(scope)
  const [page, facets] = await Promise.all([
    api.packs.search(connection, { ...packRequest(query), signal: request.signal }),
    api.consolePacks.listFacets(connection, { signal: request.signal }),
  ])
  return { query, page: expectValue(page), facets: expectValue(facets) }
}

export function Component() {
  return <PacksPage {...useLoaderData<typeof loader>()} />
}
