import { getProfile, listPackUpdates, previewPackUpdate } from '@waybill/api-client'
import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import type { PackUpdateData } from './pack-update-data.ts'
import { PackUpdatePage } from './pack-update-page.tsx'

/** The merge with the version of the address, else with the newest that fits; null where there is no other version. */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<PackUpdateData> {
  const scope = context.get(scopeContext)
  if (!can(scope, 'clusterProfile.get')) throw new PermissionMissing('clusterProfile.get')
  const [uid, packName] = [params['profileUid'] ?? '', params['layerName'] ?? '']
  const connection = connectionOf(scope)
  const { signal } = request
  const [found, updates] = await Promise.all([
    getProfile(connection, uid, signal),
    listPackUpdates(connection, uid, signal),
  ])
  const profile = expectValue(found)
  const versions = expectValue(updates).items.find((item) => item.packName === packName)?.versions ?? []
  const isFitting = ({ isNewer, isCompatible }: (typeof versions)[number]) => isNewer && isCompatible
  const to = new URL(request.url).searchParams.get('to')
  const wanted = versions.find(({ version }) => version === to) ?? versions.find(isFitting) ?? versions[0]
  const merge = wanted
    ? expectValue(await previewPackUpdate(connection, { uid, packName, body: { packUid: wanted.packUid } }, signal))
    : null
  return { profileName: profile.metadata.name, uid, packName, versions, merge }
}

export function Component() {
  const data = useLoaderData<typeof loader>()
  return <PackUpdatePage key={data.merge?.to.packUid} {...data} />
}
