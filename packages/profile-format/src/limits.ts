import { DEFAULT_YAML_LIMITS, type YamlLimits } from '@waybill/layer-text'

/** Every limit on what is read, in one place; each is named in the problem that it causes. Bytes are UTF-8. */
export interface Limits extends YamlLimits {
  fileBytes: number
  packs: number
  manifestsPerPack: number
  variables: number
  variableOptions: number
  labels: number
  listItems: number
  /** Values of any kind in one file. */
  nodes: number
  nameCharacters: number
  descriptionCharacters: number
  regexCharacters: number
  regexSubjectCharacters: number
}

/** Settled in design.md §5. What export can write, import takes. */
export const DEFAULT_LIMITS: Limits = {
  ...DEFAULT_YAML_LIMITS,
  fileBytes: 16 * 1024 * 1024,
  packs: 1_000,
  manifestsPerPack: 200,
  variables: 200,
  variableOptions: 200,
  labels: 200,
  listItems: 10_000,
  nodes: 1_000_000,
  nameCharacters: 253,
  descriptionCharacters: 16_384,
  regexCharacters: 512,
  regexSubjectCharacters: 1_024,
}
