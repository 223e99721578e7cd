/** What a YAML text may hold before it is refused; each is named in the fault that it causes. Bytes are UTF-8. */
export interface YamlLimits {
  textBytes: number
  depth: number
  aliases: number
  /**
   * Nodes that all aliases of one text may stand for together. An alias bomb of 9 × 9 stays below any count of aliases and grows
   * into 387 million nodes; an ordinary file with anchors stays far below this.
   */
  aliasedNodes: number
  mapKeys: number
  yamlDocuments: number
  /** Maps, lists and scalars of one text. */
  yamlNodes: number
}

/** So that no text holds a worker or fills its memory. */
export const DEFAULT_YAML_LIMITS: YamlLimits = {
  textBytes: 4 * 1024 * 1024,
  depth: 64,
  aliases: 100,
  aliasedNodes: 100_000,
  mapKeys: 10_000,
  yamlDocuments: 2_000,
  // A manifest of 4 MiB as people write them has 300,000; five times as many would fill a worker's memory.
  yamlNodes: 500_000,
}
