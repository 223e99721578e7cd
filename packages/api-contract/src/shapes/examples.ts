/** What the examples of several schemas show alike: one profile, its variable, who made it. */
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

/** A layer's values; the variable stands in them. */
export const EXAMPLE_VALUES = 'charts:\n  ingress-nginx:\n    replicas: {{ .spectro.var.replicas }}\n'
