/** Data that the examples of several schemas share: one profile, its variable and its author. */
export const EXAMPLE_META = {
  name: 'web',
  uid: '5e2031962f090e2d3d8a3290',
  labels: { team: 'web' },
  annotations: { scope: 'tenant', description: 'Ingress of the web team' },
  creationTimestamp: '2026-06-01T08:00:00.000Z',
  lastModifiedTimestamp: '2026-06-01T08:00:00.000Z',
}

/** A variable for the examples of the OpenAPI document. */
export const EXAMPLE_VARIABLE = {
  name: 'replicas',
  displayName: 'Replicas',
  description: '',
  format: 'number' as const,
  inputType: 'text' as const,
  options: [],
  defaultValue: '2',
  regex: '',
  required: true,
  hidden: false,
  immutable: false,
  isSensitive: false,
}

/** The values of a layer, which use the variable. */
export const EXAMPLE_VALUES = 'charts:\n  ingress-nginx:\n    replicas: {{ .spectro.var.replicas }}\n'

/** The same pack in a request. */
export const EXAMPLE_PACK_INPUT = {
  name: 'nginx',
  type: 'oci' as const,
  tag: '1.12.1',
  uid: '64eaff5630402973c4e1856a',
  registryUid: '64eaff453040297344bcad5d',
  values: EXAMPLE_VALUES,
  manifests: [],
}

/** The same variable in a request. */
export const EXAMPLE_VARIABLE_INPUT = {
  name: 'replicas',
  displayName: 'Replicas',
  format: 'number' as const,
  defaultValue: '2',
  required: true,
}

/** The metadata of the profile in a file. */
export const EXAMPLE_FILE_META = { name: 'web', description: 'Ingress of the web team', labels: { team: 'web' } }

/** The layer of the profile in a file. */
export const EXAMPLE_FILE_LAYER = {
  name: 'nginx',
  type: 'oci' as const,
  layer: 'addon' as const,
  version: '1.12.1',
  tag: '1.12.x',
  values: EXAMPLE_VALUES,
  registry: {
    metadata: {
      name: 'Palette Community Registry',
      kind: 'oci' as const,
      isPrivate: true,
      providerType: 'pack' as const,
    },
  },
}
