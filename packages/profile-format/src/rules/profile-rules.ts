import type { DocumentPack, LayerKind, ProfileDocument } from '../document/document.ts'
import { errorAt, warningAt } from '../problems/problem-at.ts'
import { packPath } from '../problems/problem-place.ts'
import type { Problem } from '../problems/problems.ts'

const CORE_LAYERS = ['os', 'k8s', 'cni', 'csi'] as const satisfies readonly LayerKind[]
const WITHOUT_STORAGE = new Set(['edge-native', 'edge', 'generic', 'custom'])
/** Clouds whose requirements we know; managed and custom ones may provide their own os and storage. */
const SELF_MANAGED = new Set([
  'aws',
  'azure',
  'gcp',
  'vsphere',
  'openstack',
  'maas',
  'nested',
  'baremetal',
  'apache-cloudstack',
  'edge-native',
  'edge',
  'generic',
  'custom',
])

/**
 * The rules of a profile itself, independent of the installation: which layers its type allows and requires, cloud type
 * `all` only for add-ons, no two layers with one name, no two manifests with one name in a layer. Layers may be in any
 * order; the order is kept, because a document is stored as written.
 */
export function checkProfile(document: ProfileDocument): Problem[] {
  return [
    ...checkCloudType(document),
    ...checkAllowedLayers(document),
    ...checkRequiredLayers(document),
    ...checkRepeatedLayers(document.packs),
    ...checkLayerNames(document.packs),
    ...document.packs.flatMap(checkManifestNames),
  ]
}

function checkCloudType({ type, cloudType }: ProfileDocument): Problem[] {
  if (cloudType !== 'all' || type === 'add-on') return []
  return [errorAt('spec.template.cloudType', 'CloudTypeNotAllowed', { cloudType, type })]
}

function checkAllowedLayers({ type, packs }: ProfileDocument): Problem[] {
  if (type !== 'add-on' && type !== 'infra') return []
  return packs.flatMap(({ name, layer }, index) =>
    (layer === 'addon') === (type === 'add-on')
      ? []
      : [errorAt(packPath(index, 'layer'), 'LayerNotAllowed', { name, layer, type })],
  )
}

/** The infrastructure layers that a profile of this type and cloud needs, from the bottom up. */
export function requiredLayers({ type, cloudType }: Pick<ProfileDocument, 'type' | 'cloudType'>): LayerKind[] {
  if (type !== 'cluster' && type !== 'infra') return []
  return CORE_LAYERS.filter((layer) => layer !== 'csi' || !WITHOUT_STORAGE.has(cloudType))
}

function checkRequiredLayers({ type, cloudType, packs }: ProfileDocument): Problem[] {
  const present = new Set(packs.map((pack) => pack.layer))
  const isSelfManaged = SELF_MANAGED.has(cloudType)
  return requiredLayers({ type, cloudType }).flatMap((layer) => {
    if (present.has(layer)) return []
    const isRelaxed = !isSelfManaged && (layer === 'os' || layer === 'csi')
    const at = isRelaxed ? warningAt : errorAt
    return [at('spec.template.packs', 'LayerMissing', { layer, type, cloudType })]
  })
}

function checkRepeatedLayers(packs: readonly DocumentPack[]): Problem[] {
  const seen = new Set<LayerKind>()
  return packs.flatMap(({ name, layer }, index) => {
    if (layer === 'addon') return []
    if (seen.has(layer)) return [errorAt(packPath(index, 'layer'), 'LayerRepeated', { name, layer })]
    seen.add(layer)
    return []
  })
}

function checkLayerNames(packs: readonly DocumentPack[]): Problem[] {
  const seen = new Set<string>()
  return packs.flatMap(({ name }, index) => {
    if (seen.has(name)) return [errorAt(packPath(index, 'name'), 'DuplicateName', { name, what: 'layer' })]
    seen.add(name)
    return []
  })
}

/** Palette's clients address a manifest by its name in its layer. */
function checkManifestNames({ name: layer, manifests }: DocumentPack, index: number): Problem[] {
  const seen = new Map<string, string>()
  return manifests.flatMap(({ name }, at) => {
    const path = packPath(index, `manifests[${at}].name`)
    const first = seen.get(name)
    if (first !== undefined) return [errorAt(path, 'DuplicateManifest', { name: layer, manifest: name, first })]
    seen.set(name, path)
    return []
  })
}
