/**
 * What a YAML text may contain before it is refused, so that no text can block a worker or exhaust its memory. A fault
 * caused by a limit names it. Bytes are UTF-8 bytes.
 */
export const YAML_LIMITS = {
  textBytes: 4 * 1024 * 1024,
  depth: 64,
  aliases: 100,
  /**
   * Nodes that all aliases of one text may expand to together. An alias bomb of 9 × 9 stays below any limit on the
   * number of aliases, yet expands to 387 million nodes; ordinary files with anchors stay far below this.
   */
  aliasedNodes: 100_000,
  mapKeys: 10_000,
  yamlDocuments: 2_000,
  /**
   * Maps, lists and scalars of one text. A typical manifest of 4 MiB has 300,000; five times as many would exhaust a
   * worker's memory.
   */
  yamlNodes: 500_000,
}

/** The limits for a reader; one that reads more than a layer's text passes its own. */
export type YamlLimits = typeof YAML_LIMITS
