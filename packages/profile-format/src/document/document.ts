/** The stack order of layers on the wire; add-ons keep their author's order. */
export const LAYERS = ['kernel', 'os', 'k8s', 'cni', 'csi', 'addon'] as const
export type LayerKind = (typeof LAYERS)[number]

/** What a layer can be made of. */
export const PACK_TYPES = ['spectro', 'helm', 'manifest', 'oci'] as const
export type PackType = (typeof PACK_TYPES)[number]

/** What a profile can be for. */
export const PROFILE_TYPES = ['cluster', 'infra', 'add-on', 'system'] as const
export type ProfileType = (typeof PROFILE_TYPES)[number]

/** What the value of a variable can be. */
export const VARIABLE_FORMATS = [
  'string',
  'number',
  'boolean',
  'ipv4',
  'ipv4cidr',
  'ipv6',
  'version',
  'base64',
] as const
export type VariableFormat = (typeof VARIABLE_FORMATS)[number]

/** How the value of a variable is asked for. */
export const VARIABLE_INPUT_TYPES = ['text', 'dropdown', 'multiline'] as const
export type VariableInputType = (typeof VARIABLE_INPUT_TYPES)[number]

/** `registry.metadata` of a pack in a document. Hand-made files may leave any of it out. */
export interface RegistryReference {
  uid?: string
  name?: string
  kind?: string
  isPrivate?: boolean
  providerType?: string
  isSyncSupported?: boolean
}

/** A manifest of a layer, as text. */
export interface DocumentManifest {
  name: string
  content: string
}

/** One layer of a document. `values` and `tag` stay absent when the file had none, so that a round trip adds nothing. */
export interface DocumentPack {
  name: string
  type: PackType
  layer: LayerKind
  version: string
  tag?: string
  values?: string
  manifests: DocumentManifest[]
  registry: RegistryReference
}

/** One of the values that a drop-down offers. */
export interface VariableOption {
  value: string
  label: string
  description: string
  default: boolean
}

/** A variable of a document; what the file leaves out has the value that Palette gives it. */
export interface DocumentVariable {
  name: string
  displayName: string
  description: string
  format: VariableFormat
  inputType: VariableInputType
  options: VariableOption[]
  defaultValue: string
  regex: string
  required: boolean
  hidden: boolean
  immutable: boolean
  isSensitive: boolean
}

/** A variable with every field at the default that Palette gives it. */
export const EMPTY_VARIABLE: DocumentVariable = {
  name: '',
  displayName: '',
  description: '',
  format: 'string',
  inputType: 'text',
  options: [],
  defaultValue: '',
  regex: '',
  required: false,
  hidden: false,
  immutable: false,
  isSensitive: false,
}

/** The value of a label that stands for a tag without one. */
export const BARE_TAG = 'spectro__tag'

/** An exported cluster profile, normalised: absent lists are empty, absent booleans false, texts byte for byte as in the file. */
export interface ProfileDocument {
  name: string
  description: string
  /** In the file's order; a Map so that no key of a file can ever name something of Object's. */
  labels: ReadonlyMap<string, string>
  version: string
  type: ProfileType
  cloudType: string
  packs: DocumentPack[]
  variables: DocumentVariable[]
}
