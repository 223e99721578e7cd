import type { ProblemLog } from '../problems/problem-log.ts'
import { shownKey, type TreePath } from './tree-path.ts'

/**
 * What JSON and YAML have in common once scanned: maps, lists and scalars with their place in the file.
 * `text` is a quoted text, `literal` a JSON number, boolean or null, `plain` an unquoted YAML scalar (a text that may also stand
 * for a boolean or nothing, as the reader needs it, so that `version: 22.04` keeps its last digit).
 */
export type TreeNode =
  | { kind: 'map'; start: number; entries: Map<string, TreeEntry> }
  | { kind: 'list'; start: number; items: TreeNode[] }
  | { kind: 'text' | 'literal' | 'plain'; start: number; text: string }

/** A key of a map with its value; where the key begins, counted in UTF-16 units. */
export interface TreeEntry {
  key: string
  keyStart: number
  node: TreeNode
}

/** A map of the tree. */
export type TreeMap = Extract<TreeNode, { kind: 'map' }>

const PLAIN_NULLS = new Set(['', '~', 'null', 'Null', 'NULL'])

/** True for JSON's null and YAML's several spellings of nothing. */
export function isNull(node: TreeNode): boolean {
  if (node.kind === 'literal') return node.text === 'null'
  return node.kind === 'plain' && PLAIN_NULLS.has(node.text)
}

/** The text of a scalar, or undefined where there is none or it is a JSON number or boolean. */
export function textOf(node: TreeNode | undefined): string | undefined {
  if (node === undefined || isNull(node)) return undefined
  return node.kind === 'text' || node.kind === 'plain' ? node.text : undefined
}

/** The entries' nodes of a map by key; undefined for anything else. */
export function childOf(node: TreeNode | undefined, key: string): TreeNode | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.node : undefined
}

/**
 * Puts an entry into a map, refusing keys that could reach Object's prototype in a careless reader
 * (`__proto__`, and `constructor` over a map with `prototype`) and keys that already stand there.
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
