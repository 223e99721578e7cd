import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, Navigate, useParams } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { scopeContext, useScope } from '../../../shared/session/scope-context.ts'

/** The other versions of the profile's packs, loaded when a layer is shown. */
export function loader({ context, params, request: { signal } }: LoaderFunctionArgs) {
  return api.packUpdates.list(connectionOf(context.get(scopeContext)), {
    params: { uid: params['profileUid'] ?? '' },
    signal,
  })
}

export { revalidateInScope as shouldRevalidate } from '../../../shared/navigation/revalidate-in-scope.ts'

/** Redirects a visitor of the data's address to the page that shows it. */
export function Component() {
  const { profileUid = '' } = useParams()
  return <Navigate to={paths.profile(useScope(), profileUid)} replace />
}
