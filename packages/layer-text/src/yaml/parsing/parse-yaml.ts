import { YAML_LIMITS, type YamlLimits } from '../../limits.ts'
import { COLLECTION_STYLE, EVENT_ID, parseEvents, YAMLException, type Event } from 'js-yaml'
import type { TextRange } from '../../text-range.ts'
import { buildYamlTree } from './build-tree.ts'
import { guardSize, limitFault } from './guard-size.ts'
import { expectedInYaml } from './parser-expectation.ts'
import { type RelaxedText, relaxFlow } from './relax-flow.ts'
import { areSound } from './sound-events.ts'
import { isPlain } from '../yaml-scalar.ts'
import type { YamlAlias, YamlFault, YamlScalar, YamlTree } from '../yaml-tree.ts'

type Parsed = { tree: YamlTree } | { faults: YamlFault[] }

/**
 * Parses a text into nodes with ranges. All limits are checked in time linear in the text: size and the estimated
 * number of nodes before parsing, depth while parsing, and keys, aliases, their expansion and documents over the flat
 * events. Never throws.
 */
export function parseYaml(text: string, limits: YamlLimits = YAML_LIMITS): Parsed {
  const read = readText(text, limits)
  return 'events' in read ? build(text, read.events, limits) : read
}

/** The tree of a text; undefined when it is invalid YAML or over a limit, for callers that need no reason. */
export function treeOf(text: string): YamlTree | undefined {
  const parsed = parseYaml(text)
  return 'tree' in parsed ? parsed.tree : undefined
}

/** The faults of a text, or its duplicate keys, as `parseYaml` reports them. Cheaper for callers that need no tree. */
export function findYamlFaults(
  text: string,
  limits: YamlLimits = YAML_LIMITS,
): { faults: YamlFault[]; duplicates: YamlFault[] } {
  const read = readText(text, limits)
  if ('events' in read && areSound(text, read.events, limits)) return { faults: [], duplicates: [] }
  const parsed = 'events' in read ? build(text, read.events, limits) : read
  return 'tree' in parsed
    ? { faults: [], duplicates: parsed.tree.duplicates }
    : { faults: parsed.faults, duplicates: [] }
}

function readText(text: string, limits: YamlLimits): Parsed | { events: Event[] } {
  const tooLarge = guardSize(text, limits)
  if (tooLarge) return { faults: [tooLarge] }
  const events = readEvents(text, limits)
  if (Array.isArray(events)) return tooMany(events, limits) ?? { events }
  const relaxed = events.kind === 'invalid' ? relaxFlow(text) : undefined
  return (relaxed && parseRelaxed(text, relaxed, limits)) ?? { faults: [events] }
}

/** Undefined when Go would refuse the text too, so that its first fault is reported. */
function parseRelaxed(text: string, { text: relaxed, blanks }: RelaxedText, limits: YamlLimits): Parsed | undefined {
  const events = readEvents(relaxed, limits)
  if (!Array.isArray(events)) return undefined
  const across = scalarsAcross(events, blanks)
  const parsed = tooMany(events, limits) ?? build(text, events, limits)
  return 'tree' in parsed && !parsed.tree.scalars.every((scalar) => isFoldable(scalar, across)) ? undefined : parsed
}

/** The scalars that contain a blanked line break: their value has more lines than the parser saw. */
function scalarsAcross(events: readonly Event[], blanks: readonly TextRange[]): Set<Event> {
  const across = new Set<Event>()
  let next = 0
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.valueStart < 0) continue
    while ((blanks[next]?.start ?? Infinity) < event.valueStart) next += 1
    if ((blanks[next]?.start ?? Infinity) >= event.valueEnd) continue
    event.fast = false
    across.add(event)
  }
  return across
}

/** Keys must be on one line, and a plain scalar may contain a blanked line break only inside brackets. */
function isFoldable(scalar: YamlScalar | YamlAlias, across: ReadonlySet<Event>): boolean {
  if (scalar.kind === 'alias' || !across.has(scalar.event)) return true
  const { node, isKey } = scalar.parent
  return !isKey && (!isPlain(scalar.event) || node?.event.style === COLLECTION_STYLE.FLOW)
}

// Twice, because every map and list also has an end event; the guard before parsing only estimates.
const tooMany = (events: readonly Event[], limits: YamlLimits): Parsed | undefined =>
  events.length > 2 * limits.yamlNodes ? { faults: [limitFault('yamlNodes', limits)] } : undefined

function build(text: string, events: readonly Event[], limits: YamlLimits): Parsed {
  const { tree, faults } = buildYamlTree(text, events, limits)
  return faults.length > 0 ? { faults } : { tree }
}

function readEvents(text: string, limits: YamlLimits): Event[] | YamlFault {
  try {
    // A scalar inside the deepest collection is one level deeper.
    return parseEvents(text, { maxDepth: limits.depth + 1 })
  } catch (error) {
    return faultOf(error, limits)
  }
}

// Whatever the parser throws is about the text; its message quotes the text and is not passed on.
function faultOf(error: unknown, limits: YamlLimits): YamlFault {
  const { reason, mark } = error instanceof YAMLException ? error : { reason: '', mark: undefined }
  const place = { path: [], offset: mark?.position ?? 0 }
  return reason.startsWith('nesting exceeded')
    ? { kind: 'limit', name: 'depth', limit: limits.depth, ...place }
    : { kind: 'invalid', reason: 'syntax', expected: expectedInYaml(reason), ...place }
}
