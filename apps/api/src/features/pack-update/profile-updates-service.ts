import { packNameOf, brokenConstraint, type ConstrainedPack } from '@waybill/profile-format'
import type { LayerUpdates, ProfileUpdates } from './profile-updates-repository.ts'

/**
 * A profile with the newest fitting version for each layer; if none is compatible with the other packs, the newest one
 * and why.
 */
export function fittingUpdates({ uid, name, version, updates, packs }: ProfileUpdates) {
  return { uid, name, version, updates: updates.map((update) => fittingUpdate(update, packs)) }
}

function fittingUpdate({ candidates, ...layer }: LayerUpdates, packs: ProfileUpdates['packs']) {
  const own = packNameOf(layer.packName)
  const others = packs
    .filter((pack) => pack.layer !== layer.packName)
    .map((pack): ConstrainedPack => ({ ...pack, name: packNameOf(pack.layer) }))
  const broken = candidates.map((candidate) => brokenConstraint({ ...candidate, name: own }, others))
  const fitting = broken.indexOf(undefined)
  const { packUid = '', version = '' } = candidates[Math.max(fitting, 0)] ?? {}
  return { ...layer, to: { packUid, version }, ...(fitting < 0 && { brokenConstraint: broken[0] }) }
}
