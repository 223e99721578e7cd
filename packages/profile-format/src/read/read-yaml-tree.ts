import { parseYaml, resolveAlias, scalarValue, isPlain } from '@waybill/layer-text'
import type { YamlFault, YamlNode, YamlTree } from '@waybill/layer-text'
import { LIMITS } from '../limits.ts'
import type { ProblemLog } from '../problems/problem-log.ts'
import type { TreeReading } from './json/scan-json.ts'
import { addEntry, type TreeMap, type TreeNode } from './tree.ts'

interface Walk {
  tree: YamlTree
  log: ProblemLog
  path: (string | number)[]
  /** The node that each anchored YAML node was converted to, with its size. */
  known: Map<YamlNode, { node: TreeNode; size: number }>
  /** The size in characters with all aliases expanded, which in a small file can be enormous. */
  size: number
}

/**
 * Reads a YAML document into the same tree as JSON: maps with text keys, lists, and scalars by their source; no tags
 * but `!!str`. Returns null, with a problem in the log, when the text is malformed, over a limit, or holds more than
 * one document.
 */
export function readYamlTree(text: string, { log, looksLike }: TreeReading): TreeNode | null {
  const parsed = parseYaml(text, {
    ...LIMITS,
    textBytes: LIMITS.fileBytes,
    yamlNodes: LIMITS.nodes,
    yamlDocuments: 1,
    // Expanded aliases are counted below, in characters.
    aliasedNodes: Infinity,
  })
  if ('tree' in parsed) return readRoot({ tree: parsed.tree, log, path: [], known: new Map(), size: 0 })
  const isOfManifests = looksLike === 'kubernetes-manifest' && parsed.faults.some(isManyDocuments)
  if (isOfManifests) log.report('NotAProfile', { path: [], params: { looksLike } })
  else for (const fault of parsed.faults) reportFault(fault, text, log)
  return null
}

function readRoot(walk: Walk): TreeNode | null {
  const [root] = walk.tree.documents
  if (root) return readNode(walk, root, 0)
  walk.log.report('Empty', { path: [] })
  return null
}

const EXPECTED = {
  'duplicate-key': 'each key once',
  'unknown-tag': 'a value without a tag',
  'unknown-anchor': 'an anchor of that name before the alias',
}

const isManyDocuments = (fault: YamlFault) => fault.kind === 'limit' && fault.name === 'yamlDocuments'

function reportFault(fault: YamlFault, text: string, log: ProblemLog): void {
  const { path, offset } = fault
  if (fault.kind === 'invalid') {
    const expected = fault.reason === 'syntax' ? fault.expected : EXPECTED[fault.reason]
    log.report('MalformedYaml', { path, offset, params: { expected } })
  } else if (fault.name === 'yamlDocuments') {
    const params = { expected: 'the end of the file', found: 'another document begins; import each of them by itself' }
    log.report('MalformedYaml', { path, offset: text.length, params })
  } else {
    const what = fault.name === 'yamlNodes' ? 'nodes' : fault.name
    log.report('LimitExceeded', { path, offset, params: { what, limit: fault.limit } })
  }
}

function malformed({ log, path }: Walk, expected: string, offset: number): null {
  log.report('MalformedYaml', { path, offset, params: { expected } })
  return null
}

function overLimit({ log, path }: Walk, what: 'listItems' | 'fileBytes', offset: number): null {
  log.report('LimitExceeded', { path, offset, params: { what, limit: LIMITS[what] } })
  return null
}

/** `place` is the offset to report when the node has no source of its own. */
function readNode(walk: Walk, reached: YamlNode, place: number): TreeNode | null {
  const node = resolveAlias(reached)
  const known = walk.known.get(node)
  const before = walk.size
  walk.size += known?.size ?? 1
  if (walk.size > LIMITS.fileBytes) return overLimit(walk, 'fileBytes', reached.start)
  const read = known?.node ?? readWritten(walk, node, place)
  const isAnchored = node.kind !== 'alias' && node.event.anchorStart >= 0
  if (read && isAnchored && !known) walk.known.set(node, { node: read, size: walk.size - before })
  return read
}

function readWritten(walk: Walk, node: YamlNode, place: number): TreeNode | null {
  if (node.kind === 'alias') return malformed(walk, EXPECTED['unknown-anchor'], node.start)
  const { tagStart, tagEnd } = node.event
  const tag = tagStart < 0 ? '!' : walk.tree.text.slice(tagStart, tagEnd)
  if (tag !== '!' && tag !== '!!str') return malformed(walk, EXPECTED['unknown-tag'], tagStart)
  if (node.kind === 'map') return readMap(walk, node)
  if (node.kind === 'seq') return readList(walk, node)
  const text = scalarValue(walk.tree.text, node)
  walk.size += text.length
  const start = node.event.valueStart < 0 ? place : node.event.valueStart
  if (!text.isWellFormed())
    walk.log.report('Encoding', { path: walk.path, offset: start, params: { encoding: 'lone surrogate' } })
  return { kind: isPlain(node.event) && tagStart < 0 ? 'plain' : 'text', start, text }
}

function readMap(walk: Walk, { start, entries }: YamlNode & { kind: 'map' }): TreeNode | null {
  const map: TreeMap = { kind: 'map', start, entries: new Map() }
  const merged: TreeMap[] = []
  for (const { key: keyNode, value } of entries) {
    const isText = resolveAlias(keyNode).kind === 'scalar'
    const key = isText ? readNode(walk, keyNode, start) : malformed(walk, 'a text as the key', keyNode.start)
    if (!key || !('text' in key)) return null
    walk.path.push(key.text)
    const node = readNode(walk, value, key.start)
    walk.path.pop()
    if (!node) return null
    if (key.kind !== 'plain' || key.text !== '<<') addEntry(map, { key: key.text, keyStart: key.start, node }, walk)
    else if (!collectMaps(node, merged)) return notMerged(walk, node.start)
  }
  for (const { entries: lower } of merged) {
    for (const [key, entry] of lower) if (!map.entries.has(key)) map.entries.set(key, entry)
  }
  return map
}

/** Collects the maps that a merge key refers to, in order; returns false if it refers to anything else. */
function collectMaps(node: TreeNode, merged: TreeMap[]): boolean {
  if (node.kind === 'list') return node.items.every((item) => item.kind === 'map' && collectMaps(item, merged))
  if (node.kind === 'map') merged.push(node)
  return node.kind === 'map'
}

const notMerged = (walk: Walk, offset: number) =>
  malformed({ ...walk, path: [...walk.path, '<<'] }, 'a map to merge', offset)

function readList(walk: Walk, { start, items }: YamlNode & { kind: 'seq' }): TreeNode | null {
  const list: TreeNode = { kind: 'list', start, items: [] }
  for (const [index, item] of items.entries()) {
    if (index >= LIMITS.listItems) return overLimit(walk, 'listItems', item.start)
    walk.path.push(index)
    const node = readNode(walk, item, start)
    walk.path.pop()
    if (!node) return null
    list.items.push(node)
  }
  return list
}
