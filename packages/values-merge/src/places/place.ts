import type { YamlNode } from '@waybill/layer-text'

/** A node of one text and its surroundings. Offsets count UTF-16 units, lines from 0. */
export interface Place {
  path: readonly (string | number)[]
  kind: 'map' | 'seq' | 'scalar'
  parent: Place | undefined
  /** Index among the children of its parent. */
  index: number
  /** The start of the key, or of the dash of an item in a block list; otherwise the start of the value. */
  keyStart: number
  /** The offset after the colon or the dash: from here to `end` is the value with the white space before it. */
  from: number
  /** The first character of the value; equals `from` when the value is empty. */
  start: number
  end: number
  line: number
  endLine: number
  /** Column of the key or dash. */
  column: number
  isFlow: boolean
  /** Equal for equal values in the three texts, regardless of quotes, comments and the order of keys. */
  meaning: number
  children: Place[]
  byKey: Map<string, Place>
}

/** The key of a place in its map. */
export const keyOf = ({ path }: Place): string => String(path.at(-1))

/** One text with its lines and the root of each document. */
export interface PlacedText {
  text: string
  lines: readonly string[]
  lineStarts: readonly number[]
  roots: Place[]
}

/** A node whose place is still to be determined. */
export interface Unplaced {
  node: YamlNode
  path: readonly (string | number)[]
  parent: Place | undefined
  keyStart: number
  from: number
}
