import type { YamlNode, YamlTree } from '@waybill/layer-text'

/** A node of one text with what stands around it. Offsets count UTF-16 units, lines from 0. */
export interface Place {
  path: readonly (string | number)[]
  kind: 'map' | 'seq' | 'scalar'
  parent: Place | undefined
  /** Among the children of its parent. */
  index: number
  /** The key, or the dash of an item in a block list; the value itself elsewhere. */
  keyStart: number
  /** Behind the colon or the dash: what follows, up to `end`, is the value with the white space before it. */
  from: number
  /** First character of the value; `from` where none is written. */
  start: number
  end: number
  line: number
  endLine: number
  /** Of the key or dash in its line. */
  column: number
  isFlow: boolean
  /** Equal for equal values of the three texts: quotes, comments and the order of keys aside. */
  meaning: number
  children: Place[]
  byKey: Map<string, Place>
}

/** One text with its lines and the root of each of its documents. */
export interface PlacedText {
  text: string
  tree: YamlTree
  lines: readonly string[]
  lineStarts: readonly number[]
  roots: Place[]
}

/** A node that has its place still to be found. */
export interface Unplaced {
  node: YamlNode
  path: readonly (string | number)[]
  parent: Place | undefined
  keyStart: number
  from: number
}
