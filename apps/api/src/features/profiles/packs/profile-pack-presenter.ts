import { hash } from 'node:crypto'
import type { PackConfigBody, ProfilePackBody, ProfilePackSpec } from '@waybill/api-contract'
import type { PackMeta } from '../../../format-tasks/read-pack-meta.ts'
import { NO_META } from './pack-meta-reader.ts'
import { packUidOf } from '../stored/current-layers.ts'
import type { PackFacts, RegistryFacts } from './pack-facts-repository.ts'
import { toMetadata } from '../read/profile-presenter.ts'
import type { StoredLayer, StoredManifest, StoredProfile } from '../stored/stored-profile.ts'

const NO_FACTS: Omit<PackFacts, 'displayName'> = {
  cloudTypes: [], addonType: '', addonSubType: '', group: '', eol: '', annotations: {},
} // prettier-ignore

export interface Described {
  layer: StoredLayer
  facts: PackFacts | undefined
  meta?: PackMeta | undefined
}

/** A layer's pack: the catalogue's pack with the profile's values. */
function toPackSpec({ layer, facts, meta = NO_META }: Described): ProfilePackSpec {
  const { name, version, type, registryUid, values = '', packDigest: digest } = layer
  return {
    displayName: name,
    ...NO_FACTS,
    ...facts,
    ...meta,
    name,
    version,
    type,
    registryUid,
    values,
    digest,
    layer: layer.layer,
    logoUrl: '',
    manifests: layer.manifests.map((manifest) => ({ kind: 'manifest', name: manifest.name, uid: manifest.uid })),
  }
}

/** A layer has no timestamps of its own, so the profile's are used. */
const toPackMetadata = (profile: StoredProfile, layer: StoredLayer) => ({
  ...toMetadata(profile),
  name: layer.name,
  uid: packUidOf(layer),
  labels: {},
  annotations: {},
})

export const toPackEntity = (profile: StoredProfile, described: Described) => ({
  metadata: toPackMetadata(profile, described.layer),
  spec: toPackSpec(described),
  status: {},
})

export function toPackWithManifests(profile: StoredProfile, described: Described) {
  const { metadata, spec, status } = toPackEntity(profile, described)
  const manifests = described.layer.manifests.map(({ name, uid, content }) => ({ name, uid, content }))
  return { metadata, spec: { ...spec, manifests }, status }
}

interface Single extends Described {
  registry: RegistryFacts | null
  macros: ReadonlyMap<string, string>
}

export function toPackBody(profile: StoredProfile, { registry: facts, macros, ...described }: Single): ProfilePackBody {
  const { registryUid: uid, registry } = described.layer
  const { name = '', kind = '', isPrivate = false } = registry
  const { scope = '', isDefault = false } = facts ?? {}
  return {
    metadata: toPackMetadata(profile, described.layer),
    spec: {
      pack: toPackSpec(described),
      registry: { uid, name, kind, scope, isDefault, isPrivate },
      macros: { resolved: Object.fromEntries(macros) },
    },
  }
}

/** `defaults` are the pack's default values, null if unknown. */
export function toConfigBody(
  profile: StoredProfile,
  { layer, defaults }: { layer: StoredLayer; defaults: string | null },
): PackConfigBody {
  const { name, type, version, tag = version, values = '' } = layer
  return {
    items: [
      {
        spec: {
          associatedObject: profile.uid,
          isValuesOverridden: defaults !== null && defaults !== values,
          manifests: layer.manifests.map((manifest) => toConfigManifest(layer, manifest)),
          name,
          packUid: packUidOf(layer),
          scope: profile.scope,
          tag,
          type,
          values,
          version,
        },
      },
    ],
  }
}

/** A profile's manifests have nothing above them to override. The digest covers what is shown, as everywhere. */
const toConfigManifest = (layer: StoredLayer, { name, uid, content }: StoredManifest) => ({
  digest: hash('sha256', content, 'hex'),
  isOverridden: false,
  name,
  parentUid: packUidOf(layer),
  uid,
})
