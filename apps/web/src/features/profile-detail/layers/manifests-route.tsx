import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, Navigate, useParams } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { scopeContext, useScope } from '../../../shared/session/scope-context.ts'

/** The texts of one layer's manifests, asked for when the layer is selected. An error is shown in the layer's place. */
export async function loader({ context, params, request: { signal } }: LoaderFunctionArgs) {
  const layer = { profileUid: params['profileUid'] ?? '', packName: params['layerName'] ?? '' }
  const result = await api.layers.listManifests(connectionOf(context.get(scopeContext)), {
    params: { uid: layer.profileUid, packName: layer.packName },
    signal,
  })
  return result
}

export { revalidateInScope as shouldRevalidate } from '../../../shared/navigation/revalidate-in-scope.ts'

/** Who opens the address of the data is led to where it is shown. */
export function Component() {
  const { profileUid = '', layerName = '' } = useParams()
  const search = new URLSearchParams({ layer: layerName })
  return <Navigate to={`${paths.profile(useScope(), profileUid)}?${search.toString()}`} replace />
}
