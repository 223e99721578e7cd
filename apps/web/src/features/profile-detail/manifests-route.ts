import { getLayerManifests } from '@waybill/api-client'
import type { LoaderFunctionArgs } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { leaveIfSignedOut } from '../../shared/http/expect-value.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'

/** The texts of one layer's manifests, asked for when the layer is selected. An error is shown in the layer's place. */
export async function loader({ context, params, request: { signal } }: LoaderFunctionArgs) {
  const layer = { profileUid: params['profileUid'] ?? '', packName: params['layerName'] ?? '' }
  const result = await getLayerManifests(connectionOf(context.get(scopeContext)), layer, signal)
  if (!result.ok) leaveIfSignedOut(result.error)
  return result
}
