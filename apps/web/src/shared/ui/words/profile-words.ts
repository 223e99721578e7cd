import type { LayerKind, PackType, ProfileType } from '@waybill/profile-format'

const TYPES: Record<ProfileType, string> = {
  cluster: 'Full',
  infra: 'Infrastructure',
  'add-on': 'Add-on',
  system: 'System',
}

/** Files may name other clouds, which are shown by their own name. */
const CLOUDS = {
  all: 'All clouds',
  aws: 'AWS',
  eks: 'AWS EKS',
  azure: 'Azure',
  aks: 'Azure AKS',
  gcp: 'Google Cloud',
  gke: 'Google GKE',
  vsphere: 'vSphere',
  openstack: 'OpenStack',
  maas: 'MAAS',
  'apache-cloudstack': 'CloudStack',
  'edge-native': 'Edge Native',
  edge: 'Edge',
}

/** The cloud types that a new profile can have here. */
export const CLOUD_TYPES = Object.keys(CLOUDS)

const LAYERS: Record<LayerKind, string> = {
  kernel: 'Kernel',
  os: 'Operating system',
  k8s: 'Kubernetes',
  cni: 'Network',
  csi: 'Storage',
  addon: 'Add-on',
}

const PACK_TYPES: Record<PackType, string> = {
  spectro: 'Pack',
  helm: 'Helm chart',
  manifest: 'Manifests',
  oci: 'OCI pack',
}

const REGISTRY_KINDS = {
  pack: 'Pack registry',
  helm: 'Helm registry',
  oci: 'OCI registry',
}

export const packTypeName = (type: string) => wordFor(type, PACK_TYPES)
export const typeName = (type: string) => wordFor(type, TYPES)
export const cloudName = (cloud: string) => wordFor(cloud, CLOUDS)
export const layerName = (layer: string) => wordFor(layer, LAYERS)
export const registryKindName = (kind: string) => wordFor(kind, REGISTRY_KINDS)

const wordFor = (key: string, words: Readonly<Record<string, string>>): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key

/** `env:prod`, or `edge` for a bare tag, which is stored as `{edge: spectro__tag}`. */
export function tagNames(labels: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(labels).map(([key, value]) => (value === 'spectro__tag' ? key : `${key}:${value}`))
}
