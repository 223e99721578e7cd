/** What a YAML text may hold before it is refused; each is named in the fault that it causes. Bytes are UTF-8. */
export interface YamlLimits {
  textBytes: number
  depth: number
  aliases: number
  mapKeys: number
  yamlDocuments: number
  /** Maps, lists and scalars of one text. */
  yamlNodes: number
}

/** Settled in design.md §5. */
export const DEFAULT_YAML_LIMITS: YamlLimits = {
  textBytes: 512 * 1024,
  depth: 64,
  aliases: 100,
  mapKeys: 10_000,
  yamlDocuments: 1_000,
  yamlNodes: 100_000,
}
