import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, Navigate, useParams } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { scopeContext, useScope } from '../../../shared/session/scope-context.ts'

/** The manifests of one layer, loaded when the layer is selected. An error is shown in place of them. */
export function loader({ context, params, request: { signal } }: LoaderFunctionArgs) {
  return api.layers.listManifests(connectionOf(context.get(scopeContext)), {
    params: { uid: params['profileUid'] ?? '', packName: params['layerName'] ?? '' },
    signal,
  })
}

export { revalidateInScope as shouldRevalidate } from '../../../shared/navigation/revalidate-in-scope.ts'

/** Redirects a visitor of the data's address to the page that shows it. */
export function Component() {
  const { profileUid = '', layerName = '' } = useParams()
  const search = new URLSearchParams({ layer: layerName })
  return <Navigate to={`${paths.profile(useScope(), profileUid)}?${search.toString()}`} replace />
}
