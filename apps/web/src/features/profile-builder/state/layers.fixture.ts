import type { LayerKind } from '@waybill/profile-format'
import { layerTexts } from './stack-texts.ts'
import type { Texts } from './texts.ts'

export const factsOf = (name: string, layer: LayerKind = 'addon') => ({
  name,
  layer,
  type: 'oci' as const,
  packUid: '',
  registryUid: '',
  registryName: 'Our registry',
  tag: '1.0.0',
  version: '1.0.0',
  isInvalid: false,
  inValidReason: '',
})

/** A stack of add-ons with the values `name: 1`; infrastructure is named after its kind. */
export function stackTexts(...names: string[]): Texts {
  const kindOf = (name: string): LayerKind => (name === 'os' || name === 'k8s' || name === 'csi' ? name : 'addon')
  const layers = names.map((name) => layerTexts(factsOf(name, kindOf(name)), { values: `${name}: 1\n`, manifests: [] }))
  return Object.assign({ stack: JSON.stringify(names) }, ...layers) as Texts
}
