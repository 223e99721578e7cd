import { LIMITS } from '../limits.ts'
import type { ProblemLog } from '../problems/problem-log.ts'
import type { Problem, ProblemCode, ProblemSeverity } from '../problems/problems.ts'
import { BEGINS_AS_JSON } from '../read/detect-kind.ts'
import { isNull, textOf, type TreeMap, type TreeNode } from '../read/tree.ts'
import { shownKey, type TreePath } from '../read/tree-path.ts'

/** What reading one document shares: where problems go, and whether a document can be made at all. */
export interface Shape {
  log: ProblemLog
  isUsable: boolean
}

/** One map of the document while its fields are read. */
export interface Fields {
  shape: Shape
  map: TreeMap
  path: TreePath
  /** False where the file has no such map: that is one problem, not one for each of its fields. */
  isThere: boolean
}

/** A text that stands in no field of its own, as a map with that one field: so it is held to the rule of fields. */
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

/** Reports a problem at a field, or at its map where the field is absent. */
export function reportField(fields: Fields, key: string, { code, ...finding }: Finding): void {
  if (code === 'MissingField' && !fields.isThere) return
  const offset = fields.map.entries.get(key)?.node.start ?? fields.map.start
  fields.shape.log.report(code, { path: [...fields.path, key], offset, ...finding })
}

/** Reports a problem that leaves nothing to put into the document. */
export function refuseField(fields: Fields, key: string, finding: Finding): undefined {
  fields.shape.isUsable = false
  reportField(fields, key, finding)
  return undefined
}

interface Node {
  node: TreeNode | undefined
  path: TreePath
  /** Fields that are left out without a word: bookkeeping of clients that says nothing about the profile. */
  ignored?: readonly string[]
}

/** Of a part that a script serialised twice: JSON inside a text. */
const foundInQuotes = (node: TreeNode) =>
  BEGINS_AS_JSON.test(textOf(node) ?? '') ? { found: 'one inside a text in quotes' } : {}

const NOTHING: TreeMap = { kind: 'map', start: 0, entries: new Map() }

/**
 * Opens a map. Absent or null opens an empty one; anything else is a WrongType. Fields that are not `known` are reported and
 * left out; those that hold nothing are only left out.
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

/** Opens the map in a field; an absent one has its parent's place. */
export function openField(
  fields: Fields,
  key: string,
  { known, ignored = [] }: { known: readonly string[]; ignored?: readonly string[] },
): Fields {
  const node = fields.map.entries.get(key)?.node
  const opened = openFields(fields.shape, { node, path: [...fields.path, key], ignored }, known)
  return node === undefined ? { ...opened, map: { ...opened.map, start: fields.map.start } } : opened
}

/** A text field as it stands; undefined when absent, null or, with a problem, no text. */
export function readText(fields: Fields, key: string): string | undefined {
  const node = fields.map.entries.get(key)?.node
  if (node === undefined || isNull(node)) return undefined
  return textOf(node) ?? refuseField(fields, key, { code: 'WrongType', params: { expected: 'a text' } })
}

/** A boolean field; undefined when absent, null or, with a problem, no boolean. */
export function readFlag(fields: Fields, key: string): boolean | undefined {
  const node = fields.map.entries.get(key)?.node
  if (node === undefined || isNull(node)) return undefined
  if ((node.kind === 'literal' || node.kind === 'plain') && (node.text === 'true' || node.text === 'false')) {
    return node.text === 'true'
  }
  return refuseField(fields, key, { code: 'WrongType', params: { expected: 'true or false' } })
}

/** A field with one of a few texts; undefined when absent, empty or, with a problem of `code`, something else. */
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

/** The items of a list field; none when absent or null (Go writes empty lists so), or, with one problem, over the limit. */
export function readItems(fields: Fields, key: string, what: CountLimit): readonly TreeNode[] {
  const node = fields.map.entries.get(key)?.node
  if (node === undefined || isNull(node)) return []
  if (node.kind !== 'list') {
    refuseField(fields, key, { code: 'WrongType', params: { expected: 'a list', ...foundInQuotes(node) } })
    return []
  }
  const limit = LIMITS[what]
  if (node.items.length <= limit) return node.items
  refuseField(fields, key, { code: 'LimitExceeded', params: { what, limit, actual: node.items.length } })
  return []
}
