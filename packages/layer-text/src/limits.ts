/**
 * What a YAML text may hold before it is refused, so that no text holds a worker or fills its memory; each is named in the fault
 * that it causes. Bytes are UTF-8.
 */
export const YAML_LIMITS = {
  textBytes: 4 * 1024 * 1024,
  depth: 64,
  aliases: 100,
  /**
   * Nodes that all aliases of one text may stand for together. An alias bomb of 9 × 9 stays below any count of aliases and grows
   * into 387 million nodes; an ordinary file with anchors stays far below this.
   */
  aliasedNodes: 100_000,
  mapKeys: 10_000,
  yamlDocuments: 2_000,
  /**
   * Maps, lists and scalars of one text. A manifest of 4 MiB as people write them has 300,000; five times as many would fill a
   * worker's memory.
   */
  yamlNodes: 500_000,
}

/** The limits of a reader that takes more than a layer's text. */
export type YamlLimits = typeof YAML_LIMITS
