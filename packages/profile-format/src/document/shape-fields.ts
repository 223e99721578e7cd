import { LIMITS } from '../limits.ts'
import type { ProblemLog } from '../problems/problem-log.ts'
import type { Problem, ProblemCode, ProblemSeverity } from '../problems/problems.ts'
import { BEGINS_AS_JSON } from '../read/detect-kind.ts'
import { isNull, textOf, type TreeMap, type TreeNode } from '../read/tree.ts'
import { shownKey, type TreePath } from '../read/tree-path.ts'

/** State shared while one document is read: where problems are logged, and whether a document can be built at all. */
export interface Shape {
  log: ProblemLog
  isUsable: boolean
}

/** One map of the document while its fields are read. */
export interface Fields {
  shape: Shape
  map: TreeMap
  path: TreePath
  /** False when the file has no such map. That is reported as one problem, not as one per field. */
  isThere: boolean
}

/**
 * Wraps a text that is not a field (a label's key) in a map with one field, so that the checks for fields apply to it.
 */
export function fieldsOfText(
  shape: Shape,
  path: TreePath,
  { key, text, start }: { key: string; text: string; start: number },
): Fields {
  const entry = { key, keyStart: start, node: { kind: 'text', start, text } } as const
  return { shape, map: { kind: 'map', start, entries: new Map([[key, entry]]) }, path, isThere: true }
}

/** What is wrong with a field. */
export interface Finding {
  code: ProblemCode
  severity?: ProblemSeverity
  params?: Problem['params']
}

/** Reports a problem at a field, or at the enclosing map when the field is absent. */
export function reportField(fields: Fields, key: string, { code, ...finding }: Finding): void {
  if (code === 'MissingField' && !fields.isThere) return
  const offset = fields.map.entries.get(key)?.node.start ?? fields.map.start
  fields.shape.log.report(code, { path: [...fields.path, key], offset, ...finding })
}

/** Reports a problem after which no document can be built. */
export function refuseField(fields: Fields, key: string, finding: Finding): undefined {
  fields.shape.isUsable = false
  reportField(fields, key, finding)
  return undefined
}

interface Node {
  node: TreeNode | undefined
  path: TreePath
  /** Fields to leave out silently: client bookkeeping that says nothing about the profile. */
  ignored?: readonly string[]
}

/** For a part that a script serialised twice: JSON inside a string. */
const foundInQuotes = (node: TreeNode) =>
  BEGINS_AS_JSON.test(textOf(node) ?? '') ? { found: 'one inside a text in quotes' } : {}

const NOTHING: TreeMap = { kind: 'map', start: 0, entries: new Map() }

/**
 * Opens a map. Absent or null opens as an empty map; anything else that is not a map is reported as WrongType. Fields
 * that are not `known` are left out, with a warning if they hold anything.
 */
export function openFields(shape: Shape, { node, path, ignored = [] }: Node, known: readonly string[]): Fields {
  if (node === undefined || isNull(node))
    return { shape, map: { ...NOTHING, start: node?.start ?? 0 }, path, isThere: false }
  if (node.kind !== 'map') {
    shape.isUsable = false
    shape.log.report('WrongType', {
      path,
      offset: node.start,
      params: { expected: 'an object', ...foundInQuotes(node) },
    })
    return { shape, map: { ...NOTHING, start: node.start }, path, isThere: false }
  }
  for (const [key, entry] of node.entries) {
    if (known.includes(key) || ignored.includes(key) || isNull(entry.node) || textOf(entry.node) === '') continue
    const params = { field: shownKey(key) }
    shape.log.report('UnknownField', { severity: 'warning', path: [...path, key], offset: entry.keyStart, params })
  }
  return { shape, map: node, path, isThere: true }
}

/** Opens the map in a field. An absent one takes its parent's offset. */
export function openField(
  fields: Fields,
  key: string,
  { known, ignored = [] }: { known: readonly string[]; ignored?: readonly string[] },
): Fields {
  const node = fields.map.entries.get(key)?.node
  const opened = openFields(fields.shape, { node, path: [...fields.path, key], ignored }, known)
  return node === undefined ? { ...opened, map: { ...opened.map, start: fields.map.start } } : opened
}

/** A text field, unchanged; undefined when absent or null, and, with a problem, when it is not a text. */
export function readText(fields: Fields, key: string): string | undefined {
  const node = fields.map.entries.get(key)?.node
  if (node === undefined || isNull(node)) return undefined
  return textOf(node) ?? refuseField(fields, key, { code: 'WrongType', params: { expected: 'a text' } })
}

/** A boolean field; undefined when absent or null, and, with a problem, when it is not a boolean. */
export function readFlag(fields: Fields, key: string): boolean | undefined {
  const node = fields.map.entries.get(key)?.node
  if (node === undefined || isNull(node)) return undefined
  if ((node.kind === 'literal' || node.kind === 'plain') && (node.text === 'true' || node.text === 'false')) {
    return node.text === 'true'
  }
  return refuseField(fields, key, { code: 'WrongType', params: { expected: 'true or false' } })
}

/**
 * A field with a fixed set of values; undefined when absent or empty, and, with the problem `code`, for any other
 * value.
 */
export function readChoice<T extends string>(
  fields: Fields,
  key: string,
  { choices, code }: { choices: readonly T[]; code: ProblemCode },
): T | undefined {
  const text = readText(fields, key)
  if (text === undefined || text === '') return undefined
  return choices.find((choice) => choice === text) ?? refuseField(fields, key, { code, params: { allowed: choices } })
}

type CountLimit = 'packs' | 'manifestsPerPack' | 'variables' | 'variableOptions'

/**
 * The items of a list field. Empty when absent or null (as Go writes an empty list) and, with one problem, over the
 * limit. An item that is null is reported as WrongType.
 */
export function readItems(fields: Fields, key: string, what: CountLimit): readonly TreeNode[] {
  const node = fields.map.entries.get(key)?.node
  if (node === undefined || isNull(node)) return []
  if (node.kind !== 'list') {
    refuseField(fields, key, { code: 'WrongType', params: { expected: 'a list', ...foundInQuotes(node) } })
    return []
  }
  const limit = LIMITS[what]
  if (node.items.length <= limit) {
    for (const [index, item] of node.items.entries()) if (isNull(item)) refuseItem(fields, [key, index], item)
    return node.items
  }
  refuseField(fields, key, { code: 'LimitExceeded', params: { what, limit, actual: node.items.length } })
  return []
}

function refuseItem({ shape, path }: Fields, steps: TreePath, item: TreeNode): void {
  shape.isUsable = false
  shape.log.report('WrongType', { path: [...path, ...steps], offset: item.start, params: { expected: 'an object' } })
}
