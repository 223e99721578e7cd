import type { YamlLimits } from '../../limits.ts'
import { EVENT_ID, type AliasEvent, type Event, type MappingEvent, type ScalarEvent, type SequenceEvent } from 'js-yaml'
import { MASK } from '../../masks/mask.ts'
import { aliasBudget, type AliasBudget } from './guard-size.ts'
import { scalarRange, scalarValue } from '../yaml-scalar.ts'
import { coreTag } from './yaml-tags.ts'
import { stepsTo } from '../yaml-tree.ts'
import type {
  YamlAlias,
  YamlEntry,
  YamlFault,
  YamlMap,
  YamlNode,
  YamlParent,
  YamlScalar,
  YamlSeq,
  YamlTree,
} from '../yaml-tree.ts'

/** Enough for a person to fix at once; more would only make the response long. */
const MAX_FAULTS = 20

interface Anchored {
  node: YamlNode
  /** Expanded number of nodes; 0 until the node is complete. */
  weight: number
}

interface Frame {
  node: YamlMap | YamlSeq
  /** The key whose value comes next. */
  key: YamlNode | undefined
  weight: number
  anchored: Anchored | undefined
  /** True for a sequence with a tag that makes it a map, so that its items count as keys. */
  isKeyed: boolean
}

interface Building {
  text: string
  limits: YamlLimits
  tree: YamlTree
  faults: YamlFault[]
  hitLimit: boolean
  stack: Frame[]
  budget: AliasBudget
  anchors: Map<string, Anchored>
  root: YamlNode | undefined
  /** The offset where the last token ended. */
  cursor: number
}

/**
 * Builds nodes from events and checks the limits. Stops at the first limit exceeded; collects up to 20 other faults.
 */
export function buildYamlTree(
  text: string,
  events: readonly Event[],
  limits: YamlLimits,
): { tree: YamlTree; faults: YamlFault[] } {
  const building: Building = {
    text,
    limits,
    tree: { text, documents: [], scalars: [], duplicates: [] },
    faults: [],
    hitLimit: false,
    stack: [],
    budget: aliasBudget(limits),
    anchors: new Map(),
    root: undefined,
    cursor: 0,
  }
  for (const event of events) {
    take(building, event)
    if (building.hitLimit || building.faults.length >= MAX_FAULTS) break
  }
  return { tree: building.tree, faults: building.faults }
}

function take(building: Building, event: Event): void {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return addScalar(building, event)
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return open(building, event)
    case EVENT_ID.ALIAS:
      return addAlias(building, event)
    case EVENT_ID.POP:
      return close(building)
    default:
      return startDocument(building)
  }
}

function startDocument(building: Building): void {
  building.anchors = new Map()
  building.root = undefined
  if (building.tree.documents.length >= building.limits.yamlDocuments)
    refuse(building, 'yamlDocuments', building.cursor)
}

function addScalar(building: Building, event: ScalarEvent): void {
  checkTag(building, event)
  const range = scalarRange(building.text, event, building.cursor)
  const node: YamlScalar = { kind: 'scalar', ...range, event, parent: parentNow(building) }
  remember(building, event, { node, weight: 1 })
  if (node.start >= 0) {
    building.tree.scalars.push(node)
    building.cursor = node.end
  }
  place(building, node, 1)
}

function addAlias(building: Building, event: AliasEvent): void {
  const { text } = building
  const start = event.anchorStart - 1
  const end = event.anchorEnd
  const found = building.anchors.get(text.slice(event.anchorStart, end))
  const node: YamlAlias = { kind: 'alias', start, end, target: found?.node, parent: parentNow(building) }
  if (!found && text.slice(start, end) === MASK) building.tree.scalars.push(node)
  // An anchor whose node is still open is unknown: no node may contain itself.
  else if (!found?.weight) addFault(building, 'unknown-anchor', start)
  else if (!building.budget.spend(found.weight)) refuse(building, 'aliases', start)
  building.cursor = end
  place(building, node, found?.weight ?? 1)
}

function open(building: Building, event: MappingEvent | SequenceEvent): void {
  const tag = checkTag(building, event)
  const parent = parentNow(building)
  const node: YamlMap | YamlSeq =
    event.type === EVENT_ID.MAPPING
      ? { kind: 'map', start: event.start, event, entries: [], byKey: new Map(), parent }
      : { kind: 'seq', start: event.start, event, items: [], parent }
  const anchored = remember(building, event, { node, weight: 0 })
  building.stack.push({ node, key: undefined, weight: 1, anchored, isKeyed: tag === 'omap' || tag === 'pairs' })
}

function close(building: Building): void {
  const frame = building.stack.pop()
  if (frame) {
    if (frame.anchored) frame.anchored.weight = frame.weight
    place(building, frame.node, frame.weight)
  } else if (building.root) building.tree.documents.push(building.root)
}

function place(building: Building, node: YamlNode, weight: number): void {
  const frame = building.stack.at(-1)
  if (!frame) {
    building.root = node
    return
  }
  frame.weight += weight
  if (frame.node.kind === 'seq') {
    frame.node.items.push(node)
    if (frame.isKeyed && frame.node.items.length > building.limits.mapKeys) refuse(building, 'mapKeys', node.start)
  } else if (frame.key) {
    addEntry(building, frame.node, { key: frame.key, value: node })
    frame.key = undefined
  } else frame.key = node
}

function addEntry(building: Building, map: YamlMap, entry: YamlEntry): void {
  const { key } = entry
  map.entries.push(entry)
  if (map.entries.length > building.limits.mapKeys) refuse(building, 'mapKeys', key.start)
  if (key.kind !== 'scalar') return
  const name = scalarValue(building.text, key)
  const earlier = map.byKey.get(name)
  map.byKey.set(name, entry)
  if (!earlier) return
  entry.earlier = earlier
  // Several merge keys in one map are common, and all of them apply.
  if (name !== '<<' && building.tree.duplicates.length < MAX_FAULTS)
    building.tree.duplicates.push(faultAt(building, 'duplicate-key', Math.max(key.start, map.start)))
}

function parentNow({ text, tree, stack }: Building): YamlParent {
  const frame = stack.at(-1)
  if (!frame) return { node: null, key: tree.documents.length, isKey: false }
  if (frame.node.kind === 'seq') return { node: frame.node, key: frame.node.items.length, isKey: false }
  return frame.key
    ? { node: frame.node, key: keyText(text, frame.key), isKey: false }
    : { node: frame.node, key: '', isKey: true }
}

function keyText(text: string, key: YamlNode): string {
  const target = key.kind === 'alias' ? key.target : key
  return target?.kind === 'scalar' ? scalarValue(text, target) : '?'
}

function checkTag(building: Building, event: ScalarEvent | MappingEvent | SequenceEvent): string | undefined {
  if (event.tagStart < 0) return undefined
  const name = coreTag(building.text.slice(event.tagStart, event.tagEnd))
  if (name === undefined) addFault(building, 'unknown-tag', event.tagStart)
  return name
}

function remember(
  building: Building,
  event: ScalarEvent | MappingEvent | SequenceEvent,
  anchored: Anchored,
): Anchored | undefined {
  building.cursor = Math.max(building.cursor, event.anchorEnd, event.tagEnd)
  if (event.anchorStart < 0) return undefined
  building.anchors.set(building.text.slice(event.anchorStart, event.anchorEnd), anchored)
  return anchored
}

type Reason = 'duplicate-key' | 'unknown-tag' | 'unknown-anchor'

function faultAt(building: Building, reason: Reason, offset: number): YamlFault {
  return { kind: 'invalid', reason, offset, path: stepsTo(parentNow(building)) }
}

function addFault(building: Building, reason: Reason, offset: number): void {
  building.faults.push(faultAt(building, reason, offset))
}

function refuse(building: Building, name: 'aliases' | 'mapKeys' | 'yamlDocuments', offset: number): void {
  const path = stepsTo(parentNow(building))
  building.hitLimit = true
  building.faults = [{ kind: 'limit', name, limit: building.limits[name], offset: Math.max(0, offset), path }]
}
