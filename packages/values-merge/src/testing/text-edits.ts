import { treeOf } from '@waybill/layer-text'
import { beginsLine, behindLine } from '../merging/merging.ts'
import type { Place, PlacedText } from '../places/place.ts'
import { placeText } from '../places/place-text.ts'
import { applySplices, type Splice } from '../places/splice.ts'

/** One edit of a text: its kind, the number of the place to apply it at, and the word to insert. */
export interface TextEdit {
  kind: keyof typeof KINDS
  at: number
  word: string
}

/** The text after its edits. Edits without a place, or that would give invalid YAML, are skipped. */
export function editedText(text: string, edits: readonly TextEdit[]): string {
  return edits.reduce((result, edit) => edited(result, edit) ?? result, text)
}

function edited(text: string, { kind, at, word }: TextEdit): string | undefined {
  const placed = placedOf(text)
  const splices = (placed && placesOf(placed).flatMap((place) => KINDS[kind](placed, place, word) ?? [])) ?? []
  const splice = splices[at % splices.length]
  const result = splice && applySplices(text, [splice])
  return result !== undefined && placedOf(result)?.roots.length === placed?.roots.length ? result : undefined
}

/** Undefined when a text is invalid YAML or has a duplicate key. */
export function placedOf(text: string): PlacedText | undefined {
  const tree = treeOf(text)
  return tree?.duplicates.length === 0 ? placeText(tree, new Map()) : undefined
}

export function placesOf({ roots }: PlacedText): Place[] {
  const below = (place: Place): Place[] => [place, ...place.children.flatMap(below)]
  return roots.flatMap(below)
}

type Edit = (placed: PlacedText, place: Place, word: string) => Splice | undefined

const isBlockEntry = (placed: PlacedText, place: Place) =>
  place.parent !== undefined && !place.parent.isFlow && beginsLine(placed, place)

const isText = ({ text }: PlacedText, { kind, start }: Place) => kind === 'scalar' && /[|>]/.test(text[start] ?? '')

const set: Edit = (placed, { kind, parent, start, end }, word) => {
  if (kind !== 'scalar' || !parent || /[|>*&!]/.test(placed.text[start] ?? '')) return undefined
  return start === end ? { start, end, text: ` ${word}` } : { start, end, text: word }
}

const quote: Edit = ({ text }, { kind, start, end, path }) => {
  const source = text.slice(start, end)
  return kind === 'scalar' && path.length > 0 && /^[a-z]+$/.test(source)
    ? { start, end, text: `'${source}'` }
    : undefined
}

const remove: Edit = (placed, place) =>
  isBlockEntry(placed, place) && (place.parent?.children.length ?? 0) > 1
    ? { start: placed.lineStarts[place.line] ?? 0, end: behindLine(placed, place.endLine), text: '' }
    : undefined

const behind = (placed: PlacedText, place: Place, lines: readonly string[]): Splice => {
  const at = behindLine(placed, place.endLine)
  const text = lines.map((line) => `${' '.repeat(place.column)}${line}\n`).join('')
  return { start: at, end: at, text: at > 0 && placed.text[at - 1] !== '\n' ? `\n${text}` : text }
}

const addKey: Edit = (placed, place, word) =>
  isBlockEntry(placed, place) && place.parent?.kind === 'map'
    ? behind(placed, place, [`${word}Key: ${word}`])
    : undefined

const addBranch: Edit = (placed, place, word) =>
  isBlockEntry(placed, place) && place.parent?.kind === 'map'
    ? behind(placed, place, [`${word}Branch:`, `  # of ${word}`, `  ${word}: ${word}`])
    : undefined

const addItem: Edit = (placed, place, word) =>
  isBlockEntry(placed, place) && place.parent?.kind === 'seq' ? behind(placed, place, [`- ${word}`]) : undefined

const addInBraces: Edit = (_placed, { isFlow, kind, start, children }, word) => {
  if (!isFlow) return undefined
  const entry = kind === 'map' ? `"${word}Key": ${word}` : word
  return { start: start + 1, end: start + 1, text: children.length > 0 ? `${entry}, ` : entry }
}

const comment: Edit = (placed, place, word) => {
  const at = placed.lineStarts[place.line] ?? 0
  return isBlockEntry(placed, place)
    ? { start: at, end: at, text: `${' '.repeat(place.column)}# said ${word}\n` }
    : undefined
}

const tail: Edit = (placed, place, word) => {
  const end = (placed.lineStarts[place.endLine] ?? 0) + (placed.lines[place.endLine] ?? '').trimEnd().length
  const isOneLine = place.kind === 'scalar' && place.start < place.end && isBlockEntry(placed, place)
  return isOneLine && end === place.end ? { start: end, end, text: ` # behind ${word}` } : undefined
}

const line: Edit = (placed, place, word) => {
  if (!isText(placed, place)) return undefined
  const middle = (place.line + 1 + place.endLine) >> 1
  const [at, was] = [placed.lineStarts[middle] ?? 0, placed.lines[middle] ?? '']
  return was.trim() === ''
    ? undefined
    : { start: at + was.trimEnd().length, end: at + was.trimEnd().length, text: ` ${word}` }
}

const rename: Edit = (placed, { path, keyStart, parent }, word) => {
  const key = path.at(-1)
  return parent?.kind === 'map' && typeof key === 'string' && placed.text.startsWith(`${key}:`, keyStart)
    ? { start: keyStart, end: keyStart + key.length, text: `${word}Name` }
    : undefined
}

const fill: Edit = (placed, place, word) => {
  if (place.children.length > 0 || place.kind === 'scalar' || !isBlockEntry(placed, place)) return undefined
  const pad = ' '.repeat(place.column + 2)
  return { start: place.from, end: place.end, text: `\n${pad}${place.kind === 'map' ? `${word}Key: ` : '- '}${word}` }
}

const KINDS = { set, quote, remove, addKey, addBranch, addItem, addInBraces, comment, tail, line, rename, fill }
export const EDIT_KINDS = Object.keys(KINDS) as readonly TextEdit['kind'][]
