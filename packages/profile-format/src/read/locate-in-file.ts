import { createProblemLog } from '../problems/problem-log.ts'
import { readTree, type DocumentFormat } from './read-tree.ts'
import { parsePath, type PathStep } from '@waybill/layer-text'
import { childOf, type TreeNode } from './tree.ts'

/** A problem's place: `path` in the document and, for a problem in a text, the offset within that text. */
export interface FilePlace {
  path: string
  offset?: number | undefined
}

/**
 * Finds a problem's place in the file as written, in UTF-16 units, so that an editor can jump there. Follows the path
 * as far as the file has it; undefined for a file that cannot be parsed. In JSON strings and quoted YAML scalars it
 * accounts for escapes; in YAML block scalars it goes by lines, so the line is exact and the column approximate.
 */
export const locateInFile = (file: string, format: DocumentFormat, place: FilePlace): number | undefined =>
  createFileLocator(file, format)(place)

/** Like `locateInFile` for many places of one file, which is parsed once. */
export function createFileLocator(file: string, format: DocumentFormat): (place: FilePlace) => number | undefined {
  const mark = file.startsWith('\uFEFF') ? 1 : 0
  const text = file.slice(mark)
  const root = readTree(text, format, { log: createProblemLog(), looksLike: 'unknown' })
  return ({ path, offset }) => {
    if (root === null) return undefined
    const { node, isWhole } = stepDown(root, parsePath(path))
    const isText = isWhole && offset !== undefined && (node.kind === 'text' || node.kind === 'plain')
    return mark + (isText ? inText(text, { format, start: node.start, decoded: node.text, offset }) : node.start)
  }
}

function stepDown(root: TreeNode, path: readonly PathStep[]): { node: TreeNode; isWhole: boolean } {
  let node = root
  for (const step of path) {
    const next = childAt(node, step)
    if (next === undefined) return { node, isWhole: false }
    node = next
  }
  return { node, isWhole: true }
}

function childAt(node: TreeNode, step: PathStep): TreeNode | undefined {
  if (step.kind === 'key') return childOf(node, step.name)
  return step.kind === 'index' && node.kind === 'list' ? node.items[step.index] : undefined
}

interface WrittenText {
  format: DocumentFormat
  start: number
  /** The text with its escapes resolved. */
  decoded: string
  offset: number
}

function inText(file: string, { format, start, decoded, offset }: WrittenText): number {
  if (format === 'json') return behindEscapes(file, start + 1, offset)
  if (file[start - 1] === '"') return behindEscapes(file, start, offset)
  const lines = decoded.slice(0, offset).split('\n')
  const lineStart = lines.slice(1).reduce((at) => nextLine(file, at), start)
  const indent = Math.max(spacesAt(file, start) - spacesAt(decoded, 0), 0)
  return Math.min(lineStart + indent + (lines.at(-1)?.length ?? 0), nextLine(file, lineStart))
}

function spacesAt(text: string, at: number): number {
  let end = at
  while (text[end] === ' ') end += 1
  return end - at
}

function nextLine(file: string, at: number): number {
  const end = file.indexOf('\n', at)
  return end < 0 ? file.length : end + 1
}

/** The offset in the file after `count` decoded characters of a quoted text. */
function behindEscapes(file: string, from: number, count: number): number {
  let at = from
  for (let left = count; left > 0 && at < file.length; left -= 1) {
    if (file[at] !== '\\') at += 1
    else at += file[at + 1] === 'u' ? 6 : 2
  }
  return at
}
