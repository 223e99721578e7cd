import { beginsLine, behindLine } from '../merging/merging.ts'
import { moved } from '../places/written-value.ts'
import type { Place, PlacedText } from '../places/place.ts'
import type { Splice } from '../places/splice.ts'

/** A value of mine whose key the new version lacks. */
export interface PutBack {
  /** The nearest parent that the merged text has. */
  place: Place
  /** The keys missing below that parent, or the index of an item. */
  rest: readonly (string | number)[]
  /** The text after the colon, including the white space before the value. */
  text: string
  /** The column of the key in mine. */
  column: number
}

/** The values to add below one place, as a tree of their keys. */
interface Branch {
  children: Map<string | number, Branch>
  value?: PutBack
}

/** Adds values and the missing maps above them; undefined when the text cannot hold them. */
export function putBack(merged: PlacedText, wanted: readonly PutBack[]): Splice[] | undefined {
  const branches = new Map<Place, Branch>()
  for (const value of wanted) {
    const root = branches.get(value.place) ?? { children: new Map() }
    branches.set(value.place, root)
    branchAt(root, value.rest).value = value
  }
  const splices: Splice[] = []
  // When two maps end on the same line, the additions to the inner one come first.
  const innerFirst = [...branches].toSorted(([one], [other]) => other.path.length - one.path.length)
  for (const [place, branch] of innerFirst) {
    const splice = added(merged, place, branch)
    if (!splice) return undefined
    splices.push(splice)
  }
  return splices
}

function branchAt(root: Branch, path: readonly (string | number)[]): Branch {
  let branch = root
  for (const step of path) {
    const next = branch.children.get(step) ?? { children: new Map() }
    branch.children.set(step, next)
    branch = next
  }
  return branch
}

function added(merged: PlacedText, place: Place, branch: Branch): Splice | undefined {
  const [first] = place.children
  const isInBraces = place.isFlow || place.parent?.isFlow === true
  if (isInBraces && isOneLine(branch)) return addedInBraces(place, branch)
  if (place.parent?.isFlow) return undefined
  const isKind = [...branch.children.keys()].every((step) => (typeof step === 'number') === (place.kind === 'seq'))
  if (!first || place.isFlow || !isKind) {
    const column = place.column + (place.parent ? 2 : 0)
    const kept = isKind ? unfolded(merged, place, column) : []
    const text = [...kept, ...nested(branch, column)].join('\n')
    return { start: place.from, end: place.end, text: place.parent ? `\n${text}` : text }
  }
  const lines = nested(branch, firstColumn(merged, first))
  const at = behindLine(merged, place.children.at(-1)?.endLine ?? place.endLine)
  const needsBreak = at > 0 && merged.text[at - 1] !== '\n'
  return { start: at, end: at, text: needsBreak ? `\n${lines.join('\n')}` : `${lines.join('\n')}\n` }
}

const isOneLine = ({ value, children }: Branch): boolean =>
  !value?.text.includes('\n') && [...children.values()].every(isOneLine)

function addedInBraces(place: Place, branch: Branch): Splice {
  const inner = entriesOf(branch)
  const isKind = inner.every(({ step }) => (typeof step === 'number') === (place.kind === 'seq'))
  const text = inner.map((entry) => entry.text).join(', ')
  const last = place.children.at(-1)
  if (!place.isFlow || !isKind) return { start: place.from, end: place.end, text: ` ${inBraces(branch)}` }
  return last
    ? { start: last.end, end: last.end, text: `, ${text}` }
    : { start: place.start + 1, end: place.start + 1, text }
}

function entriesOf({ children }: Branch): { step: string | number; text: string }[] {
  return [...children].map(([step, child]) => {
    const value = child.value?.text.trim() ?? inBraces(child)
    return { step, text: typeof step === 'number' ? value : `${keyText(step)}: ${value}` }
  })
}

function inBraces(branch: Branch): string {
  const inner = entriesOf(branch)
  const text = inner.map((entry) => entry.text).join(', ')
  return typeof inner[0]?.step === 'number' ? `[${text}]` : `{${text}}`
}

/** The content of braces with one line per entry, because a multi-line value cannot be inside braces. */
function unfolded({ text }: PlacedText, { kind, children }: Place, column: number): string[] {
  const head = ' '.repeat(column) + (kind === 'seq' ? '- ' : '')
  return children.map(({ keyStart, end }) => head + text.slice(keyStart, end))
}

/** When a tab or dash precedes the first key, the column of the second key is the right one. */
function firstColumn(merged: PlacedText, first: Place): number {
  const second = first.parent?.children[1]
  return !beginsLine(merged, first) && second ? second.column : first.column
}

function nested(branch: Branch, column: number): string[] {
  const lines: string[] = []
  for (const [step, child] of branch.children) {
    const head = `${' '.repeat(column)}${typeof step === 'number' ? '-' : `${keyText(step)}:`}`
    if (child.value) lines.push(head + moved(child.value.text, column - child.value.column))
    else lines.push(head, ...nested(child, column + 2))
  }
  return lines
}

function keyText(key: string): string {
  return /^[A-Za-z_][\w./-]*$/.test(key) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(key)
    ? key
    : JSON.stringify(key)
}
