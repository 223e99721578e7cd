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
 * Parses a text into nodes with positions. Every limit is held in time linear in the text: size and the number of nodes before
 * parsing, depth while parsing, and keys, aliases, their expansion and documents over the flat events. Never throws.
 */
export function parseYaml(text: string, limits: YamlLimits = YAML_LIMITS): Parsed {
  const read = readText(text, limits)
  return 'events' in read ? build(text, read.events, limits) : read
}

/** The tree of a text; undefined for what is no YAML or over a limit, where nobody is told why. */
export function treeOf(text: string): YamlTree | undefined {
  const parsed = parseYaml(text)
  return 'tree' in parsed ? parsed.tree : undefined
}

/** What `parseYaml` says against a text: its faults, or the keys that stand twice. For who looks no further it takes less than a tree. */
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

/** Undefined where the text is none that Go would take either, so that the first fault stands. */
function parseRelaxed(text: string, { text: relaxed, blanks }: RelaxedText, limits: YamlLimits): Parsed | undefined {
  const events = readEvents(relaxed, limits)
  if (!Array.isArray(events)) return undefined
  const across = scalarsAcross(events, blanks)
  const parsed = tooMany(events, limits) ?? build(text, events, limits)
  return 'tree' in parsed && !parsed.tree.scalars.every((scalar) => isFoldable(scalar, across)) ? undefined : parsed
}

/** The scalars that go over a blanked line break. Their value is in more lines than the parser saw. */
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

/** A key is on one line, and a plain text over a blanked break is one of several lines only inside brackets. */
function isFoldable(scalar: YamlScalar | YamlAlias, across: ReadonlySet<Event>): boolean {
  if (scalar.kind === 'alias' || !across.has(scalar.event)) return true
  const { node, isKey } = scalar.parent
  return !isKey && (!isPlain(scalar.event) || node?.event.style === COLLECTION_STYLE.FLOW)
}

// Twice, because every map and list has an event at its end; the guard before only estimates.
const tooMany = (events: readonly Event[], limits: YamlLimits): Parsed | undefined =>
  events.length > 2 * limits.yamlNodes ? { faults: [limitFault('yamlNodes', limits)] } : undefined

function build(text: string, events: readonly Event[], limits: YamlLimits): Parsed {
  const { tree, faults } = buildYamlTree(text, events, limits)
  return faults.length > 0 ? { faults } : { tree }
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
