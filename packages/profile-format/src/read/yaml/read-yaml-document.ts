import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml'
import type { AliasEvent, Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml'
import { countYamlNodes } from './count-yaml-nodes.ts'
import type { Limits } from '../../limits.ts'
import type { ProblemLog } from '../../problems/problem-log.ts'
import { addEntry, type TreeMap, type TreeNode } from '../tree.ts'
import { expectedInYaml } from './parser-expectation.ts'

/** Thrown inside this file only, to leave the loop from any depth. */
class YamlRefusal extends Error {}

interface OpenNode {
  node: Extract<TreeNode, { kind: 'map' | 'list' }>
  key: { text: string; start: number } | null
  anchor: string | null
  sizeBefore: number
}

interface Builder {
  text: string
  limits: Limits
  log: ProblemLog
  open: OpenNode[]
  path: (string | number)[]
  root: TreeNode | null
  anchors: Map<string, { node: TreeNode; size: number }>
  aliases: number
  nodes: number
  /** Characters with every alias written out: what a small file could grow to. */
  size: number
}

/**
 * Reads a YAML document into the same tree as JSON: maps with text keys, lists, scalars by their source; no tags but `!!str`.
 * Depth is bounded by the parser while it reads, sizes and aliases are before anything is expanded. Null, with a problem in the
 * log, where the text is malformed, over a limit, or more than one document.
 */
export function readYamlTree(text: string, limits: Limits, log: ProblemLog): TreeNode | null {
  if (countYamlNodes(text, limits.nodes) > limits.nodes) {
    log.report('LimitExceeded', { path: [], offset: 0, params: { what: 'nodes', limit: limits.nodes } })
    return null
  }
  try {
    // The scalar inside the deepest collection is one level more.
    const events = parseEvents(text, { maxDepth: limits.depth + 1 })
    return build(events, {
      text,
      limits,
      log,
      open: [],
      path: [],
      root: null,
      anchors: new Map(),
      aliases: 0,
      nodes: 0,
      size: 0,
    })
  } catch (error) {
    if (error instanceof YamlRefusal) return null
    reportParserError(error, limits, log)
    return null
  }
}

// The parser promises no more than that it throws; whatever it is, it is about the text.
function reportParserError(error: unknown, limits: Limits, log: ProblemLog): void {
  const { reason, mark } = error instanceof YAMLException ? error : { reason: '', mark: undefined }
  const place = { path: [], offset: mark?.position ?? 0 }
  if (reason.startsWith('nesting exceeded')) {
    log.report('LimitExceeded', { ...place, params: { what: 'depth', limit: limits.depth } })
  } else {
    log.report('MalformedYaml', { ...place, params: { expected: expectedInYaml(reason) } })
  }
}

function build(events: readonly Event[], b: Builder): TreeNode | null {
  let documents = 0
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) documents++
    if (documents > 1) return malformed(b, 'one YAML document, not several', b.text.length)
    if (event.type === EVENT_ID.POP) close(b)
    else if (event.type === EVENT_ID.ALIAS) resolveAlias(b, event)
    else if (event.type === EVENT_ID.SCALAR) addScalar(b, event)
    else if (event.type !== EVENT_ID.DOCUMENT) openCollection(b, event)
  }
  if (b.root === null) b.log.report('Empty', { path: [] })
  return b.root
}

/** Where the next node will stand. */
function pathOf(b: Builder): (string | number)[] {
  const parent = b.open.at(-1)
  if (!parent) return b.path
  if (parent.node.kind === 'list') return [...b.path, parent.node.items.length]
  return parent.key === null ? b.path : [...b.path, parent.key.text]
}

function malformed(b: Builder, expected: string, offset: number): never {
  b.log.report('MalformedYaml', { path: pathOf(b), offset, params: { expected } })
  throw new YamlRefusal()
}

function overLimit(
  b: Builder,
  what: 'nodes' | 'mapKeys' | 'listItems' | 'aliases' | 'fileBytes',
  offset: number,
): never {
  b.log.report('LimitExceeded', { path: pathOf(b), offset, params: { what, limit: b.limits[what] } })
  throw new YamlRefusal()
}

function refuseTag(b: Builder, event: ScalarEvent | MappingEvent | SequenceEvent): void {
  if (event.tagStart < 0) return
  const tag = b.text.slice(event.tagStart, event.tagEnd)
  if (tag !== '!!str' && tag !== '!') malformed(b, 'a value without a tag', event.tagStart)
}

function anchorOf(b: Builder, event: ScalarEvent | MappingEvent | SequenceEvent | AliasEvent): string | null {
  return event.anchorStart < 0 ? null : b.text.slice(event.anchorStart, event.anchorEnd)
}

function addScalar(b: Builder, event: ScalarEvent): void {
  refuseTag(b, event)
  const text = event.valueStart < 0 ? '' : getScalarValue(b.text, event)
  const parent = b.open.at(-1)
  const start = event.valueStart < 0 ? (parent?.key?.start ?? parent?.node.start ?? 0) : event.valueStart
  if (!text.isWellFormed())
    b.log.report('Encoding', { path: pathOf(b), offset: start, params: { encoding: 'lone surrogate' } })
  const isPlain = event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0
  const anchor = anchorOf(b, event)
  const node: TreeNode = { kind: isPlain ? 'plain' : 'text', start, text }
  if (anchor !== null) b.anchors.set(anchor, { node, size: text.length })
  b.size += text.length
  place(b, node)
}

function openCollection(b: Builder, event: MappingEvent | SequenceEvent): void {
  refuseTag(b, event)
  const node: OpenNode['node'] =
    event.type === EVENT_ID.MAPPING
      ? { kind: 'map', start: event.start, entries: new Map() }
      : { kind: 'list', start: event.start, items: [] }
  const parent = b.open.at(-1)
  if (parent?.node.kind === 'map' && parent.key === null) malformed(b, 'a text as the key', event.start)
  b.path = pathOf(b)
  b.open.push({ node, key: null, anchor: anchorOf(b, event), sizeBefore: b.size })
}

function close(b: Builder): void {
  const closed = b.open.pop()
  if (!closed) return
  b.path.pop()
  if (closed.anchor !== null) b.anchors.set(closed.anchor, { node: closed.node, size: b.size - closed.sizeBefore })
  place(b, closed.node)
}

// An anchor that is still open is not yet known, so no tree ever holds itself.
function resolveAlias(b: Builder, event: AliasEvent): void {
  const start = event.anchorStart - 1
  const anchor = b.anchors.get(anchorOf(b, event) ?? '')
  if (!anchor) malformed(b, 'an anchor of that name before the alias', start)
  if (++b.aliases > b.limits.aliases) overLimit(b, 'aliases', start)
  b.size += anchor.size
  if (b.size > b.limits.fileBytes) overLimit(b, 'fileBytes', start)
  place(b, anchor.node)
}

function place(b: Builder, node: TreeNode): void {
  if (++b.nodes > b.limits.nodes) overLimit(b, 'nodes', node.start)
  b.size += 1
  const parent = b.open.at(-1)
  if (!parent) b.root = node
  else if (parent.node.kind === 'map') placeInMap(b, { parent, map: parent.node, node })
  else if (parent.node.items.length >= b.limits.listItems) overLimit(b, 'listItems', node.start)
  else parent.node.items.push(node)
}

function placeInMap(b: Builder, { parent, map, node }: { parent: OpenNode; map: TreeMap; node: TreeNode }): void {
  const { key } = parent
  if (key !== null) {
    parent.key = null
    return addEntry(map, { key: key.text, keyStart: key.start, node }, b)
  }
  if (node.kind === 'map' || node.kind === 'list') malformed(b, 'a text as the key', node.start)
  if (map.entries.size >= b.limits.mapKeys) overLimit(b, 'mapKeys', node.start)
  parent.key = { text: node.text, start: node.start }
}
