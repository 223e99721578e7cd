import type { ConsolePackBody } from '@waybill/api-contract'
import type { LayerFacts } from '../state/stack-texts.ts'

/** A pack as a layer. If its name is already taken in the stack, it must be given a display name. */
export function layerOfPack(pack: ConsolePackBody, displayName: string): LayerFacts {
  const { name, layer, type, uid, registry, version } = pack
  return {
    name: displayName === '' ? name : `${displayName}--${name}`,
    layer,
    type,
    packUid: uid,
    registryUid: registry.uid,
    registryName: registry.name,
    tag: version,
    version,
    isInvalid: false,
    inValidReason: '',
  }
}

/** A layer of manifests only. */
export const layerOfManifests = (name: string): LayerFacts => ({
  name,
  layer: 'addon',
  type: 'manifest',
  packUid: '',
  registryUid: '',
  registryName: '',
  tag: '1.0.0',
  version: '1.0.0',
  isInvalid: false,
  inValidReason: '',
})

/** Why a layer cannot have this name; empty if it can. */
export function layerNameProblem(name: string, taken: readonly string[], what: string): string {
  if (name.trim() === '') return `${what} is needed.`
  if (name.length > 253) return `${what} can have 253 characters.`
  return taken.includes(name) ? `The profile already has a layer ${name}.` : ''
}
