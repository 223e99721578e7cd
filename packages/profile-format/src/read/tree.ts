import type { ProblemLog } from '../problems/problem-log.ts'
import { shownKey, type TreePath } from './tree-path.ts'

/**
 * The common form of scanned JSON and YAML: maps, lists and scalars with their offset in the file. `text` is a quoted
 * text, `literal` a JSON number, boolean or null, `plain` an unquoted YAML scalar: a text that the reader may also take
 * as a boolean or null, so that `version: 22.04` keeps its last digit.
 */
export type TreeNode =
  | { kind: 'map'; start: number; entries: Map<string, TreeEntry> }
  | { kind: 'list'; start: number; items: TreeNode[] }
  | { kind: 'text' | 'literal' | 'plain'; start: number; text: string }

/** A key of a map with its value and the offset of the key in UTF-16 units. */
export interface TreeEntry {
  key: string
  keyStart: number
  node: TreeNode
}

/** A map of the tree. */
export type TreeMap = Extract<TreeNode, { kind: 'map' }>

const PLAIN_NULLS = new Set(['', '~', 'null', 'Null', 'NULL'])

/** True for JSON's null and for YAML's several spellings of it. */
export function isNull(node: TreeNode): boolean {
  if (node.kind === 'literal') return node.text === 'null'
  return node.kind === 'plain' && PLAIN_NULLS.has(node.text)
}

/** The text of a scalar; undefined for null, for a JSON number or boolean, and for anything that is not a scalar. */
export function textOf(node: TreeNode | undefined): string | undefined {
  if (node === undefined || isNull(node)) return undefined
  return node.kind === 'text' || node.kind === 'plain' ? node.text : undefined
}

/** The value under a key of a map; undefined when there is none or the node is not a map. */
export function childOf(node: TreeNode | undefined, key: string): TreeNode | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.node : undefined
}

/**
 * Adds an entry to a map. Refuses keys that could reach Object's prototype in careless code (`__proto__`, and
 * `constructor` over a map with `prototype`) and keys that the map already has.
 */
export function addEntry(map: TreeMap, entry: TreeEntry, { path, log }: { path: TreePath; log: ProblemLog }): void {
  const { key } = entry
  if (key === '__proto__' || (key === 'constructor' && childOf(entry.node, 'prototype') !== undefined)) {
    log.report('ForbiddenKey', { path: [...path, key], offset: entry.keyStart, params: { key } })
  } else if (map.entries.has(key)) {
    log.report('DuplicateKey', { path: [...path, key], offset: entry.keyStart, params: { key: shownKey(key) } })
  } else {
    map.entries.set(key, entry)
  }
}
