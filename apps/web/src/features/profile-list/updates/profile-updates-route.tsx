import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, Navigate } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { scopeContext, useScope } from '../../../shared/session/scope-context.ts'

/** Which profiles of the list have pack updates, loaded after the list. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const uids = new URL(request.url).searchParams.get('uids') ?? ''
  return api.packUpdates.listAll(connectionOf(context.get(scopeContext)), {
    query: { uids },
    signal: request.signal,
  })
}

export { revalidateInScope as shouldRevalidate } from '../../../shared/navigation/revalidate-in-scope.ts'

/** Redirects a visitor of the data's address to the page that shows it. */
export function Component() {
  return <Navigate to={`${paths.profiles(useScope())}?state=updates`} replace />
}
