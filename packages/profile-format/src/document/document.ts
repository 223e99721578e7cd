/** The order of layers in a profile's stack; add-on layers among themselves keep the author's order. */
export const LAYERS = ['kernel', 'os', 'k8s', 'cni', 'csi', 'addon'] as const
export type LayerKind = (typeof LAYERS)[number]

/** What a layer can be made of. */
export const PACK_TYPES = ['spectro', 'helm', 'manifest', 'oci'] as const
export type PackType = (typeof PACK_TYPES)[number]

/** The types a profile can have. */
export const PROFILE_TYPES = ['cluster', 'infra', 'add-on', 'system'] as const
export type ProfileType = (typeof PROFILE_TYPES)[number]

/** The formats a variable's value can have. */
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

/** The controls that a form can offer for a variable's value. */
export const VARIABLE_INPUT_TYPES = ['text', 'dropdown', 'multiline'] as const
export type VariableInputType = (typeof VARIABLE_INPUT_TYPES)[number]

/** `registry.metadata` of a pack in a document. Hand-written files may leave out any of it. */
export interface RegistryReference {
  uid?: string
  name?: string
  kind?: string
  isPrivate?: boolean
  providerType?: string
  isSyncSupported?: boolean
}

/** A manifest of a layer. */
export interface DocumentManifest {
  name: string
  content: string
}

/** One layer of a document. `values` and `tag` are absent when the file has none, so that a round trip adds nothing. */
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

/** One of the options of a dropdown variable. */
export interface VariableOption {
  value: string
  label: string
  description: string
  default: boolean
}

/** A variable of a document. Fields absent from the file hold Palette's defaults. */
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

/** A variable whose fields all hold Palette's defaults. */
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

/** The value of a label that represents a tag without a value. */
export const BARE_TAG = 'spectro__tag'

/**
 * An exported cluster profile, normalised: absent lists are empty, absent booleans false; texts are byte for byte those
 * of the file.
 */
export interface ProfileDocument {
  name: string
  description: string
  /** In the file's order. A Map, so that no key in a file can collide with a property of Object.prototype. */
  labels: ReadonlyMap<string, string>
  version: string
  type: ProfileType
  cloudType: string
  packs: DocumentPack[]
  variables: DocumentVariable[]
}
