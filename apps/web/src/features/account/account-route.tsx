import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { keysRequest, keyList } from '../../shared/api-keys/key-query.ts'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { loadSession } from '../../shared/session/load-session.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { AccountPage } from './account-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const connection = connectionOf(context.get(scopeContext))
  const query = keyList.read(new URL(request.url).searchParams)
  const [{ user }, sessions, keys] = await Promise.all([
    loadSession(request),
    api.ownAccount.listSessions(connection, { signal: request.signal }),
    api.apiKeys.listInConsole(connection, { query: keysRequest(query, 'me'), signal: request.signal }),
  ])
  return { user, query, sessions: expectValue(sessions).items, keys: expectValue(keys) }
}

export function Component() {
  return <AccountPage {...useLoaderData<typeof loader>()} />
}
