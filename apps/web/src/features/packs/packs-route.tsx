import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { packRequest, packList } from './pack-query.ts'
import { PacksPage } from './packs-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'packRegistry.list')
  const query = packList.read(new URL(request.url).searchParams)
  const [page, facets] = await Promise.all([
    api.packs.search(connection, { ...packRequest(query), signal: request.signal }),
    api.consolePacks.listFacets(connection, { signal: request.signal }),
  ])
  return { query, page: expectValue(page), facets: expectValue(facets) }
}

export function Component() {
  return <PacksPage {...useLoaderData<typeof loader>()} />
}
