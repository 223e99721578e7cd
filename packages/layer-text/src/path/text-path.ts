import type { YamlNode, YamlTree } from '../yaml/yaml-tree.ts'
import { lineOf } from '../text-lines.ts'

/** One step of a path: a literal key, an item by its number, or every item and key. */
export type PathStep = { kind: 'key'; name: string } | { kind: 'index'; index: number } | { kind: 'any' }

const QUOTED = /\["((?:[^"\\]|\\.)*)"\]|\['([^']*)'\]/y
const BRACKET = /\$?\[(\*|\d*)\]/y
const NAME = /[^.[]+/y

const WHOLE =
  /^(?:[^.[]+|\["(?:[^"\\]|\\.)*"\]|\['[^']*'\]|\[(?:\*|\d*)\])(?:\.[^.[]+|\["(?:[^"\\]|\\.)*"\]|\['[^']*'\]|\[(?:\*|\d*)\])*$/

/** Whether a path is written as people are told to: `parsePath` would make some steps of `a..b[`, too. */
export const isPath = (path: string): boolean => WHOLE.test(path)

/**
 * Reads a path of a pack's schema or of this module: keys joined by dots, `["a.b"]` for a key as it stands, `[0]` for an
 * item, `[*]`, `[]`, `$[]` and `*` for all of them. What fits nothing is a key.
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

const SIMPLE_KEY = /^[^.[\]"*\s]+$/
/** Many places below one long key would each repeat it. */
const LONGEST_PATH = 1_024

/**
 * The path of a node as people read it and `parsePath` takes it, led by `document[n].` where a text has several. Over 1,024
 * characters of keys it is told by its line alone, in a way that leads nowhere.
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
