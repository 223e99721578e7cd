import type { YamlLimits } from '../../limits.ts'
import { isLarger } from '../../text-bytes.ts'
import { countYamlNodes } from './count-yaml-nodes.ts'
import type { YamlFault } from '../yaml-tree.ts'

/**
 * Finds a text that is too large, before any parser sees it. Depth is held by the parser itself, which refuses the
 * level after the last allowed one before going into it; everything else is counted over its flat list of events.
 */
export function guardSize(text: string, limits: YamlLimits): YamlFault | undefined {
  if (isLarger(text, limits.textBytes)) return limitFault('textBytes', limits)
  // No text has more nodes than characters.
  const hasMany = text.length > limits.yamlNodes && countYamlNodes(text, limits.yamlNodes) > limits.yamlNodes
  return hasMany ? limitFault('yamlNodes', limits) : undefined
}

/** The fault of a text that is over a limit as a whole. */
export function limitFault(name: 'textBytes' | 'yamlNodes', limits: YamlLimits): YamlFault {
  return { kind: 'limit', name, limit: limits[name], offset: 0, path: [] }
}

/** Counts aliases and what they expand to; both are linear in the text. */
export interface AliasBudget {
  /** Takes one alias of a node of this weight (its expanded number of nodes). */
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
      return aliases <= limits.aliases && nodes <= limits.aliasedNodes
    },
  }
}
