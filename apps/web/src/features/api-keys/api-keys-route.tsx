import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { keysRequest, keyList } from '../../shared/api-keys/key-query.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { ApiKeysPage } from './api-keys-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'apiKey.list')
  const query = keyList.read(new URL(request.url).searchParams)
  return {
    query,
    page: expectValue(
      await api.apiKeys.listInConsole(connection, {
        query: keysRequest(query, 'anybody'),
        signal: request.signal,
      }),
    ),
  }
}

export function Component() {
  return <ApiKeysPage {...useLoaderData<typeof loader>()} />
}
