import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { keysRequest, keyList } from '../../shared/api-keys/key-query.ts'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { ApiKeysPage } from './api-keys-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'apiKey.list')) throw new PermissionMissing('apiKey.list')
  const query = keyList.read(new URL(request.url).searchParams)
  return {
    query,
    page: expectValue(
      await api.apiKeys.listInConsole(connectionOf(scope), {
        query: keysRequest(query, 'anybody'),
        signal: request.signal,
      }),
    ),
  }
}

export function Component() {
  return <ApiKeysPage {...useLoaderData<typeof loader>()} />
}
