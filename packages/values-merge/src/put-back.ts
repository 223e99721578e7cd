import { DEFAULT_YAML_LIMITS, parseYaml } from '@waybill/layer-text'
import { beginsLine, behindLine, moved } from './merging.ts'
import type { Place, PlacedText } from './place.ts'
import { placeText } from './place-text.ts'
import { applySplices } from './splice.ts'

/** A value of mine whose key the new version lacks. */
export interface PutBack {
  path: readonly (string | number)[]
  /** With the white space before it, as it stands behind its colon. */
  text: string
  /** Of the key in mine. */
  column: number
  document: number
}

/** Adds a value at its path, making the maps on the way that are missing; undefined where the text cannot take it. */
export function putBack(text: string, wanted: PutBack): string | undefined {
  const parsed = parseYaml(text, DEFAULT_YAML_LIMITS)
  if (!('tree' in parsed)) return undefined
  const placed = placeText(parsed.tree, new Map())
  const root = placed.roots[wanted.document]
  if (!root) return undefined
  const { place, depth } = deepest(root, wanted.path)
  const rest = wanted.path.slice(depth)
  if (rest.length === 0) {
    const by = place.column - wanted.column
    return applySplices(text, [{ start: place.from, end: place.end, text: moved(wanted.text, by) }])
  }
  const isOpen = place.children.length > 0 && !place.isFlow && place.kind !== 'scalar'
  const column = isOpen ? (place.children[0]?.column ?? 0) : place.column + (place.parent ? 2 : 0)
  const lines = nested(rest, wanted, column)
  if (!isOpen) return applySplices(text, [{ start: place.from, end: place.end, text: `\n${lines}` }])
  return applySplices(text, [below(placed, place, lines)])
}

function below(placed: PlacedText, place: Place, lines: string) {
  const last = place.children.at(-1) ?? place
  const at = behindLine(placed, Math.max(last.endLine, beginsLine(placed, last) ? 0 : place.endLine))
  const needsBreak = at > 0 && placed.text[at - 1] !== '\n'
  return { start: at, end: at, text: needsBreak ? `\n${lines}` : `${lines}\n` }
}

function deepest(root: Place, path: readonly (string | number)[]): { place: Place; depth: number } {
  let place = root
  let depth = 0
  for (const step of path) {
    const next = typeof step === 'string' ? place.byKey.get(step) : undefined
    if (!next) break
    place = next
    depth += 1
  }
  return { place, depth }
}

function nested(path: readonly (string | number)[], wanted: PutBack, column: number): string {
  const [step, ...rest] = path
  const pad = ' '.repeat(column)
  const head = typeof step === 'number' ? `${pad}-` : `${pad}${keyText(step ?? '')}:`
  if (rest.length > 0) return `${head}\n${nested(rest, wanted, column + 2)}`
  return `${head}${moved(wanted.text, column - wanted.column)}`
}

function keyText(key: string): string {
  return /^[A-Za-z_][\w./-]*$/.test(key) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(key)
    ? key
    : JSON.stringify(key)
}
