import { api } from '@waybill/api-client'
import { useLoaderData, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { offered, type LayerVersions, type PackUpdatesData, type UpdatableLayer } from './pack-updates-data.ts'
import { PackUpdatesPage } from './pack-updates-page.tsx'
import { readUpdates, type Taken } from './update-address.ts'

/**
 * Loads the layers that have other versions, and merges those named in the address, or else all with a newer version
 * that fits.
 */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<PackUpdatesData> {
  const { connection } = enterPage(context, 'clusterProfile.get')
  const uid = params['profileUid'] ?? ''
  const { signal } = request
  const [found, updates] = await Promise.all([
    api.profiles.get(connection, { params: { uid }, signal }),
    api.packUpdates.list(connection, { params: { uid }, signal }),
  ])
  const { taken } = readUpdates(new URL(request.url).searchParams)
  const merged = async (item: LayerVersions): Promise<UpdatableLayer> => {
    const wanted = wantedVersion(item, taken)
    if (!wanted) return { ...item, merge: null }
    const place = { params: { uid, packName: item.packName }, body: { packUid: wanted.packUid } }
    return { ...item, merge: expectValue(await api.packUpdates.preview(connection, { ...place, signal })) }
  }
  const profile = expectValue(found)
  const items = expectValue(updates).items.filter(({ versions }) => versions.length > 0)
  return { profile, layers: await Promise.all(items.map(merged)) }
}

function wantedVersion(item: LayerVersions, taken: readonly Taken[]) {
  const own = taken.find(({ layer }) => layer === item.packName)
  if (!own) return taken.length === 0 ? offered(item) : undefined
  return item.versions.find(({ version }) => version === own.version) ?? offered(item) ?? item.versions[0]
}

/** Selecting another layer needs no new data. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const takenOf = ({ searchParams }: URL) => searchParams.getAll('take').join('\n')
  const isSamePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
  return isSamePage ? takenOf(currentUrl) !== takenOf(nextUrl) : defaultShouldRevalidate
}

export function Component() {
  const data = useLoaderData<typeof loader>()
  return <PackUpdatesPage key={data.profile.metadata.uid} {...data} />
}
