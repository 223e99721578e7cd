import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { isUid } from '../../../platform/database/uid.ts'
import { findPacksOfLayers } from '../../packs/index.ts'
import type { EditedLayer } from '../edited-profile.ts'
import type { LayerRequest } from './layer-request.ts'

/**
 * Answers call the uid of a layer's pack `packUid`, and scripts send it so: it is taken where `uid` is absent. Beside a
 * tag or version, one that is not here asks for nothing: answers are also sent to other installations, and layers
 * without a pack are answered with a uid of their own.
 */
export async function withAnsweredUids(
  db: TenantClient,
  requests: readonly LayerRequest[],
  current: readonly EditedLayer[],
): Promise<readonly LayerRequest[]> {
  const own = new Set(current.map(({ uid }) => uid))
  const answered = ({ uid, packUid = '' }: LayerRequest) => (uid || own.has(packUid) ? '' : packUid)
  const uids = requests.map(answered).filter(isUid)
  const here = new Set(
    uids.length === 0 ? [] : (await findPacksOfLayers(db, { uids, names: [] })).map(({ uid }) => uid),
  )
  return requests.map((request) => {
    const uid = answered(request)
    const isMeant = here.has(uid) || (uid !== '' && !request.tag && !request.version)
    return isMeant ? { ...request, uid } : request
  })
}
