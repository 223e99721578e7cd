import type { YamlLimits } from '../limits.ts'
import type { YamlFault } from './yaml-tree.ts'

/**
 * Nodes that all aliases of one text may stand for together. An alias bomb of 9 × 9 stays below any count of aliases
 * and grows into 387 million nodes; an ordinary file with anchors stays far below this.
 */
const MAX_ALIASED_NODES = 100_000

/**
 * Finds a text that is too large, before any parser sees it. Depth is held by the parser itself, which refuses the
 * level after the last allowed one before going into it; everything else is counted over its flat list of events.
 */
export function guardSize(text: string, limits: YamlLimits): YamlFault | undefined {
  if (text.length * 3 <= limits.textBytes) return undefined
  const isTooLarge = text.length > limits.textBytes || new TextEncoder().encode(text).length > limits.textBytes
  return isTooLarge ? { kind: 'limit', name: 'textBytes', limit: limits.textBytes, offset: 0 } : undefined
}

/** Counts aliases and what they expand to; both are linear in the text. */
export interface AliasBudget {
  /** Takes one alias of a node of this weight (its expanded number of nodes). A weight of 0 is a node that holds itself. */
  spend: (weight: number) => boolean
}

/** A fresh count for one text. */
export function aliasBudget(limits: YamlLimits): AliasBudget {
  let aliases = 0
  let nodes = 0
  return {
    spend: (weight) => {
      aliases += 1
      nodes += weight
      return weight > 0 && aliases <= limits.aliases && nodes <= MAX_ALIASED_NODES
    },
  }
}
