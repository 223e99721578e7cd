/** How the kinds of a profile are called on screen; what is unknown keeps its own name. */
const types = new Map([
  ['cluster', 'Full'],
  ['infra', 'Infrastructure'],
  ['add-on', 'Add-on'],
  ['system', 'System'],
])

const clouds = new Map([
  ['all', 'All clouds'],
  ['aws', 'AWS'],
  ['eks', 'AWS EKS'],
  ['azure', 'Azure'],
  ['aks', 'Azure AKS'],
  ['gcp', 'Google Cloud'],
  ['gke', 'Google GKE'],
  ['vsphere', 'vSphere'],
  ['openstack', 'OpenStack'],
  ['maas', 'MAAS'],
  ['apache-cloudstack', 'CloudStack'],
  ['edge-native', 'Edge Native'],
  ['edge', 'Edge'],
])

export const PROFILE_LAYERS = ['os', 'k8s', 'cni', 'csi', 'addon'] as const

const layers = new Map([
  ['kernel', 'Kernel'],
  ['os', 'Operating system'],
  ['k8s', 'Kubernetes'],
  ['cni', 'Network'],
  ['csi', 'Storage'],
  ['addon', 'Add-on'],
])

const packTypes = new Map([
  ['spectro', 'Pack'],
  ['helm', 'Helm chart'],
  ['manifest', 'Manifests'],
  ['oci', 'OCI pack'],
])

export const packTypeName = (type: string) => packTypes.get(type) ?? type
export const typeName = (type: string) => types.get(type) ?? type
export const cloudName = (cloud: string) => clouds.get(cloud) ?? cloud
export const layerName = (layer: string) => layers.get(layer) ?? layer

/** `env:prod`, or `edge` for a bare tag, which is stored as `{edge: spectro__tag}` (contract §a). */
export function tagNames(labels: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(labels).map(([key, value]) => (value === 'spectro__tag' ? key : `${key}:${value}`))
}
