import type { YamlNode, YamlTree } from '../yaml/yaml-tree.ts'
import { lineOf } from '../text-lines.ts'

/** One step of a path: a literal key, an item by its index, or every item and key. */
export type PathStep = { kind: 'key'; name: string } | { kind: 'index'; index: number } | { kind: 'any' }

const QUOTED = /\["((?:[^"\\]|\\.)*)"\]|\['([^']*)'\]/y
const BRACKET = /\$?\[(\*|\d*)\]/y
const NAME = /[^.[]+/y

const WHOLE =
  /^(?:[^.[]+|\["(?:[^"\\]|\\.)*"\]|\['[^']*'\]|\[(?:\*|\d*)\])(?:\.[^.[]+|\["(?:[^"\\]|\\.)*"\]|\['[^']*'\]|\[(?:\*|\d*)\])*$/

/** Whether a path is well formed. `parsePath` is lenient and finds steps even in `a..b[`. */
export const isPath = (path: string): boolean => WHOLE.test(path)

/**
 * Parses a path from a pack's schema or from this module: keys joined by dots, `["a.b"]` for a literal key, `[0]` for
 * an item, `[*]`, `[]`, `$[]` and `*` for all of them. Anything else is taken as a key.
 */
export function parsePath(path: string): PathStep[] {
  const steps: PathStep[] = []
  let at = 0
  while (at < path.length) {
    const read = readStep(path, at)
    if (read.step) steps.push(read.step)
    at = read.end
  }
  return steps
}

function readStep(path: string, at: number): { step?: PathStep; end: number } {
  if (path[at] === '.') return { end: at + 1 }
  const quoted = match(QUOTED, path, at)
  if (quoted)
    return {
      step: { kind: 'key', name: quoted[1]?.replaceAll(/\\(.)/g, '$1') ?? quoted[2] ?? '' },
      end: QUOTED.lastIndex,
    }
  const bracket = match(BRACKET, path, at)
  if (bracket) {
    const inside = bracket[1] ?? ''
    const step: PathStep = inside === '' || inside === '*' ? { kind: 'any' } : { kind: 'index', index: Number(inside) }
    return { step, end: BRACKET.lastIndex }
  }
  const name = match(NAME, path, at)?.[0] ?? path.slice(at, at + 1)
  return {
    step: name === '*' ? { kind: 'any' } : { kind: 'key', name: stripDollar(path, at, name) },
    end: at + name.length,
  }
}

/** In `a.keys$[]` the dollar belongs to the brackets. */
function stripDollar(path: string, at: number, name: string): string {
  return name.length > 1 && name.endsWith('$') && path[at + name.length] === '[' ? name.slice(0, -1) : name
}

function match(pattern: RegExp, path: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(path)
}

/** How `nodePath` begins for a node in one of several documents. */
export const DOCUMENT_PREFIX = /^document\[(\d+)\]\.?/

/** A path in the form of `nodePath` without the number of its document. */
export const withoutDocument = (path: string): string => path.replace(DOCUMENT_PREFIX, '')

const SIMPLE_KEY = /^[^.[\]"*\s]+$/
/** Under one very long key, each of many places would repeat it. */
const LONGEST_PATH = 1_024

/**
 * The path of a node, readable by people and by `parsePath`, with the prefix `document[n].` when the text has several
 * documents. A path of more than 1,024 characters is replaced by a line number, which `parsePath` cannot follow.
 */
export function nodePath(tree: YamlTree, node: YamlNode): string {
  const steps: (string | number)[] = []
  let length = 0
  let { parent } = node
  for (; parent.node; parent = parent.node.parent) {
    steps.unshift(parent.key)
    length += String(parent.key).length
    if (length > LONGEST_PATH) return `…[line ${lineOf(tree, Math.max(node.start, 0))}]`
  }
  const inside = steps.reduce<string>((path, step) => path + writeStep(step, path === ''), '')
  if (tree.documents.length < 2) return inside
  return inside === '' ? `document[${parent.key}]` : `document[${parent.key}].${inside}`
}

function writeStep(step: string | number, isFirst: boolean): string {
  if (typeof step === 'number') return `[${step}]`
  if (!SIMPLE_KEY.test(step)) return `["${step.replaceAll(/["\\]/g, String.raw`\$&`)}"]`
  return isFirst ? step : `.${step}`
}
