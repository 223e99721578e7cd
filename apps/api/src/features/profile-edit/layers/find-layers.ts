import { isFloatingTag, packNameOf } from '@waybill/profile-format'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { findPacksOfLayers } from '../../packs/index.ts'
import { createCatalogueFacts } from '../../registries/index.ts'
import type { EditedLayer } from '../edited-profile.ts'
import { isManifestLayer, type LayerRequest } from './layer-request.ts'
import { layersFromRequests } from './requested-layers.ts'

/** The layers that requests describe, with the packs of the catalogue that they mean. */
export async function findLayers(
  db: TenantClient,
  requests: readonly LayerRequest[],
  current: readonly EditedLayer[],
): Promise<EditedLayer[]> {
  const packs = await findPacksOfLayers(db, askedPacks(requests))
  // What is asked for by uid alone can be in another registry than the one that is named.
  const namesUid = requests.some(({ uid }) => !!uid)
  const registries = namesUid ? await createCatalogueFacts(db).listRegistries() : []
  return layersFromRequests(requests, { packs, registries, current })
}

const UID = /^[0-9a-f]{24}$/

function askedPacks(requests: readonly LayerRequest[]) {
  const packs = requests.filter((request) => !isManifestLayer(request))
  const names = packs.flatMap(({ name, tag = '' }) =>
    [...new Set([name, packNameOf(name)])].map((each) => ({
      name: each,
      version: tag,
      prefix: isFloatingTag(tag) ? tag.slice(0, -1) : null,
    })),
  )
  return { uids: packs.flatMap(({ uid = '' }) => (UID.test(uid) ? [uid] : [])), names }
}
