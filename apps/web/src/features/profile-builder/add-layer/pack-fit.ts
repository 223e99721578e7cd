import type { LayerKind } from '@waybill/profile-format'
import { cloudName, layerName } from '../../../shared/ui/words/profile-words.ts'
import { addableLayers, type ProfileShape } from '../state/profile-shape.ts'

interface Fitting {
  shape: ProfileShape
  stack: readonly { layer: LayerKind }[]
}

/** Why a pack cannot or should not be added: a pack for another cloud is only a warning. Null if it fits. */
export function packMisfit(
  { layer, cloudTypes }: { layer: LayerKind; cloudTypes: readonly string[] },
  { shape, stack }: Fitting,
): { reason: string; isRefused: boolean } | null {
  if (!addableLayers(shape, stack).includes(layer)) {
    if (shape.type === 'add-on') return { reason: 'An add-on profile holds add-ons only.', isRefused: true }
    if (layer === 'addon') return { reason: 'An infrastructure profile holds no add-ons.', isRefused: true }
    return { reason: `The profile has this layer already: ${layerName(layer)}.`, isRefused: true }
  }
  const isForCloud = shape.cloudType === 'all' || ['all', shape.cloudType].some((cloud) => cloudTypes.includes(cloud))
  if (isForCloud || cloudTypes.length === 0) return null
  const clouds = cloudTypes.map(cloudName).join(', ')
  return { reason: `Made for ${clouds}, not for ${cloudName(shape.cloudType)}.`, isRefused: false }
}
