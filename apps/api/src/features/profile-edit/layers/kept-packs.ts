import { packNameOf, type PackCandidate, type Problem } from '@waybill/profile-format'
import type { EditedLayer } from '../edited-profile.ts'

/** By index, the packs of layers whose pack a change keeps. */
export function keptPacks(
  layers: readonly EditedLayer[],
  before: readonly EditedLayer[],
): ReadonlyMap<number, PackCandidate> {
  const byName = new Map(before.map((layer) => [layer.name, layer]))
  return new Map(
    layers.flatMap((layer, index) => {
      const old = byName.get(layer.name)
      return old && hasSamePack(layer, old) ? [[index, packOfLayer(layer)] as const] : []
    }),
  )
}

function hasSamePack(layer: EditedLayer, old: EditedLayer): boolean {
  const { packUid, registryUid, version, tag } = old
  return (
    packUid !== '' &&
    layer.packUid === packUid &&
    layer.registryUid === registryUid &&
    layer.version === version &&
    layer.tag === tag &&
    layer.layer === old.layer
  )
}

/** What a layer itself knows about its pack. */
function packOfLayer({ name, type, layer, version, packUid, registryUid, registry }: EditedLayer): PackCandidate {
  const { name: registryName = '', kind = '', isPrivate = false, providerType = '', isSyncSupported = true } = registry
  return {
    packUid,
    name: packNameOf(name),
    version,
    layer,
    type,
    cloudTypes: [],
    registry: { uid: registryUid, name: registryName, kind, isPrivate, providerType, isSyncSupported },
    schema: '',
    defaults: '',
    constraints: '{}',
  }
}

/** Problems with the request for a layer, with paths for the layer's index. */
export const saidOfLayer = ({ said = [] }: EditedLayer, index: number): Problem[] =>
  said.map((problem) => ({ ...problem, path: `spec.template.packs[${index}].${problem.path}` }))
