import { isFloatingTag, packNamesOf } from '@waybill/profile-format'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { isUid } from '../../../platform/database/uid.ts'
import { findPacksOfLayers } from '../../packs/index.ts'
import { listRegistries } from '../../registries/index.ts'
import type { EditedLayer } from '../edited-profile.ts'
import { isManifestLayer, type LayerRequest } from './layer-request.ts'
import { layersFromRequests } from './requested-layers.ts'
import { keepsPack } from './requested-pack.ts'

/** The layers that requests describe, with the catalogue's packs that they mean. */
export async function findLayers(
  db: TenantClient,
  requests: readonly LayerRequest[],
  current: readonly EditedLayer[],
): Promise<EditedLayer[]> {
  const byName = new Map(current.map((layer) => [layer.name, layer]))
  const asking = requests.filter((request) => asksForPack(request, byName.get(request.name)))
  const packs = asking.length === 0 ? [] : await findPacksOfLayers(db, askedPacks(asking))
  // A pack requested by uid alone may be in another registry than the one named.
  const namesUid = asking.some(({ uid }) => !!uid)
  const registries = namesUid ? await listRegistries(db) : []
  return layersFromRequests(requests, { packs, registries, current })
}

const asksForPack = (request: LayerRequest, before: EditedLayer | undefined): boolean =>
  !isManifestLayer(request) && !(before && keepsPack(request, before))

function askedPacks(packs: readonly LayerRequest[]) {
  const names = packs.flatMap(({ name, tag = '', version = tag }) =>
    packNamesOf(name).flatMap((each) =>
      [...new Set([tag, version])].map((wanted) => ({
        name: each,
        version: wanted,
        prefix: isFloatingTag(wanted) ? wanted.slice(0, -1) : null,
      })),
    ),
  )
  return { uids: packs.flatMap(({ uid = '' }) => (isUid(uid) ? [uid] : [])), names }
}
