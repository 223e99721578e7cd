import type { YamlLimits } from '../limits.ts'
import { parseEvents, YAMLException, type Event } from 'js-yaml'
import { buildYamlTree } from './build-tree.ts'
import { guardSize, limitFault } from './guard-size.ts'
import { expectedInYaml } from './parser-expectation.ts'
import type { YamlFault, YamlTree } from './yaml-tree.ts'

/**
 * Parses a text into nodes with positions. Every limit is held in time linear in the text: size and the number of nodes before
 * parsing, depth while parsing, and keys, aliases, their expansion and documents over the flat events. Never throws.
 */
export function parseYaml(text: string, limits: YamlLimits): { tree: YamlTree } | { faults: YamlFault[] } {
  const tooLarge = guardSize(text, limits)
  if (tooLarge) return { faults: [tooLarge] }
  const events = readEvents(text, limits)
  if (!Array.isArray(events)) return { faults: [events] }
  // Twice, because every map and list has an event at its end; the guard before only estimates.
  if (events.length > 2 * limits.yamlNodes) return { faults: [limitFault('yamlNodes', limits)] }
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

// The parser promises no more than that it throws; whatever it is, it is about the text, which its message quotes.
function faultOf(error: unknown, limits: YamlLimits): YamlFault {
  const { reason, mark } = error instanceof YAMLException ? error : { reason: '', mark: undefined }
  const place = { path: [], offset: mark?.position ?? 0 }
  return reason.startsWith('nesting exceeded')
    ? { kind: 'limit', name: 'depth', limit: limits.depth, ...place }
    : { kind: 'invalid', reason: 'syntax', expected: expectedInYaml(reason), ...place }
}
