import { AppError } from '../../../platform/errors/app-error.ts'
import { currentLayers, findLayer, packUidOf } from '../stored/current-layers.ts'
import { layersOf } from '../stored/stored-document.ts'
import type { StoredLayer, StoredProfile } from '../stored/stored-profile.ts'
import { toManifestsBody } from './manifest-presenter.ts'

/** @throws AppError ResourceNotFound */
export function layerCalled(profile: StoredProfile, called: string): StoredLayer {
  const layer = findLayer(currentLayers(profile), called)
  if (!layer) throw new AppError('ResourceNotFound')
  return layer
}

/** @throws AppError ResourceNotFound, also if the layer has another pack */
export function layerOfPack(profile: StoredProfile, { packName, packUid }: { packName: string; packUid: string }) {
  const layer = layerCalled(profile, packName)
  if (packUid !== '' && packUidOf(layer) !== packUid) throw new AppError('ResourceNotFound')
  return layer
}

/**
 * The manifests of a layer of the draft or of the published content.
 * @throws AppError ResourceNotFound
 */
export function manifestsOf(profile: StoredProfile, called: string) {
  const layer = findLayer(currentLayers(profile), called) ?? findLayer(layersOf(profile, 'published'), called)
  if (!layer) throw new AppError('ResourceNotFound')
  return toManifestsBody(profile, layer.name)
}

/**
 * One manifest, draft and published side by side, by either one's uid.
 * @throws AppError ResourceNotFound
 */
export function manifestOf(
  profile: StoredProfile,
  { packName, manifestUid }: Record<'packName' | 'manifestUid', string>,
) {
  const { name } = layerCalled(profile, packName)
  const named = (['draft', 'published'] as const)
    .flatMap((stage) => layersOf(profile, stage))
    .filter((layer) => layer.name === name)
    .flatMap(({ manifests }) => manifests)
    .find(({ uid }) => uid === manifestUid)
  const found = toManifestsBody(profile, name).items.find(({ metadata }) => metadata.name === named?.name)
  if (!named || !found) throw new AppError('ResourceNotFound')
  return found
}
