import { LAYERS, PROFILE_TYPES, requiredLayers, type LayerKind, type ProfileType } from '@waybill/profile-format'
import type { OpenedProfile } from './builder-texts.ts'
import type { DraftLayer } from './stack-texts.ts'

/** What decides which layers a profile can have; it stays as it was made. */
export interface ProfileShape {
  type: ProfileType
  cloudType: string
}

export function shapeOf({ profile: { spec } }: OpenedProfile): ProfileShape {
  const template = spec.draft ?? spec.published
  return {
    type: PROFILE_TYPES.find((type) => type === template?.type) ?? 'cluster',
    cloudType: template?.cloudType ?? 'all',
  }
}

/** Infrastructure that it still lacks, from the bottom up. */
export function missingLayers(shape: ProfileShape, stack: readonly Pick<DraftLayer, 'layer'>[]): LayerKind[] {
  return requiredLayers(shape).filter((kind) => !stack.some(({ layer }) => layer === kind))
}

/** What can be added: add-ons unless it is infrastructure alone, and infrastructure that is not there. */
export function addableLayers({ type }: ProfileShape, stack: readonly Pick<DraftLayer, 'layer'>[]): LayerKind[] {
  if (type === 'add-on') return ['addon']
  return LAYERS.filter((kind) => (kind === 'addon' ? type !== 'infra' : !stack.some(({ layer }) => layer === kind)))
}
