import type { YamlLimits } from '../../limits.ts'
import { isLarger } from '../../text-bytes.ts'
import { countYamlNodes } from './count-yaml-nodes.ts'
import type { YamlFault } from '../yaml-tree.ts'

/**
 * Finds a text that is too large before any parser sees it. The parser itself limits the depth and stops before
 * entering a level that is too deep; everything else is counted over its flat list of events.
 */
export function guardSize(text: string, limits: YamlLimits): YamlFault | undefined {
  if (isLarger(text, limits.textBytes)) return limitFault('textBytes', limits)
  // A text cannot have more nodes than characters.
  const hasMany = text.length > limits.yamlNodes && countYamlNodes(text, limits.yamlNodes) > limits.yamlNodes
  return hasMany ? limitFault('yamlNodes', limits) : undefined
}

/** The fault of a text that exceeds a limit as a whole. */
export function limitFault(name: 'textBytes' | 'yamlNodes', limits: YamlLimits): YamlFault {
  return { kind: 'limit', name, limit: limits[name], offset: 0, path: [] }
}

/** Counts aliases and the nodes that they expand to. */
export interface AliasBudget {
  /** Counts one alias whose node expands to `weight` nodes; false once the limit is exceeded. */
  spend: (weight: number) => boolean
}

/** A fresh budget for one text. */
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
