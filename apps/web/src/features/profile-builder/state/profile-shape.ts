import { LAYERS, PROFILE_TYPES, requiredLayers, type LayerKind, type ProfileType } from '@waybill/profile-format'
import { INFO } from './builder-texts.ts'
import type { DraftLayer } from './stack-texts.ts'
import type { Texts } from './texts.ts'

/** What decides which layers a profile can have; it stays as it was made. */
export interface ProfileShape {
  type: ProfileType
  cloudType: string
}

/** Null as long as it is not said. */
export function shapeOf(texts: Texts): ProfileShape | null {
  const type = PROFILE_TYPES.find((each) => each === texts[INFO.type])
  return type === undefined ? null : { type, cloudType: texts[INFO.cloudType] ?? 'all' }
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
