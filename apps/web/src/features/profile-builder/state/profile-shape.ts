import { LAYERS, PROFILE_TYPES, requiredLayers, type LayerKind, type ProfileType } from '@waybill/profile-format'
import { INFO } from './builder-texts.ts'
import type { DraftLayer } from './stack-texts.ts'
import type { Texts } from './texts.ts'

/** Decides which layers a profile can have; fixed when the profile is created. */
export interface ProfileShape {
  type: ProfileType
  cloudType: string
}

/** Null until it is chosen. */
export function shapeOf(texts: Texts): ProfileShape | null {
  const type = PROFILE_TYPES.find((each) => each === texts[INFO.type])
  return type === undefined ? null : { type, cloudType: texts[INFO.cloudType] ?? 'all' }
}

/** The missing infrastructure layers, from the bottom up. */
export function missingLayers(shape: ProfileShape, stack: readonly Pick<DraftLayer, 'layer'>[]): LayerKind[] {
  return requiredLayers(shape).filter((kind) => !stack.some(({ layer }) => layer === kind))
}

/** The kinds that can be added: add-ons, unless the profile is infrastructure only, and missing infrastructure. */
export function addableLayers({ type }: ProfileShape, stack: readonly Pick<DraftLayer, 'layer'>[]): LayerKind[] {
  if (type === 'add-on') return ['addon']
  return LAYERS.filter((kind) => (kind === 'addon' ? type !== 'infra' : !stack.some(({ layer }) => layer === kind)))
}
