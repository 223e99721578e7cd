import type { YamlLimits } from '../limits.ts'
import { parseEvents, YAMLException, type Event } from 'js-yaml'
import { buildYamlTree } from './build-tree.ts'
import { guardSize } from './guard-size.ts'
import type { YamlFault, YamlTree } from './yaml-tree.ts'

/**
 * Parses a text into nodes with positions. Every limit is held in time linear in the text: size before parsing, depth
 * while parsing, and keys, aliases, their expansion and documents over the flat events. Never throws.
 */
export function parseYaml(text: string, limits: YamlLimits): { tree: YamlTree } | { faults: YamlFault[] } {
  const tooLarge = guardSize(text, limits)
  if (tooLarge) return { faults: [tooLarge] }
  const events = readEvents(text, limits)
  if (!Array.isArray(events)) return { faults: [events] }
  // Twice, because every map and list has an event at its end.
  if (events.length > 2 * limits.yamlNodes) {
    return { faults: [{ kind: 'limit', name: 'yamlNodes', limit: limits.yamlNodes, offset: 0 }] }
  }
  const built = buildYamlTree(text, events, limits)
  return built.faults.length > 0 ? { faults: built.faults } : { tree: built.tree }
}

function readEvents(text: string, limits: YamlLimits): Event[] | YamlFault {
  try {
    // The scalar inside the deepest collection is one level more.
    return parseEvents(text, { maxDepth: limits.depth + 1 })
  } catch (error) {
    return faultOf(error, limits)
  }
}

/** Keeps the position only: the parser's message quotes the text. */
function faultOf(error: unknown, limits: YamlLimits): YamlFault {
  if (!(error instanceof YAMLException)) return { kind: 'invalid', reason: 'syntax', offset: 0 }
  const offset = error.mark?.position ?? 0
  const isDepth = error.reason.startsWith('nesting exceeded maxDepth')
  return isDepth
    ? { kind: 'limit', name: 'depth', limit: limits.depth, offset }
    : { kind: 'invalid', reason: 'syntax', offset }
}
