import type { ScalarEvent } from 'js-yaml'

/** A scalar with its place; quotes and the header of a block scalar belong to the range, properties do not. */
export interface YamlScalar {
  kind: 'scalar'
  /** -1 when nothing is written there, as after `key:`. */
  start: number
  end: number
  event: ScalarEvent
  parent: YamlParent
}

/** An alias; without a target it is the mask written plain, which only looks like an alias. */
export interface YamlAlias {
  kind: 'alias'
  start: number
  end: number
  target: YamlNode | undefined
  parent: YamlParent
}

export interface YamlEntry {
  key: YamlNode
  value: YamlNode
}

export interface YamlMap {
  kind: 'map'
  start: number
  entries: YamlEntry[]
  /** First entry of every scalar key, by its text. */
  byKey: Map<string, YamlEntry>
  parent: YamlParent
}

export interface YamlSeq {
  kind: 'seq'
  start: number
  items: YamlNode[]
  parent: YamlParent
}

export type YamlNode = YamlScalar | YamlAlias | YamlMap | YamlSeq

/** Where a node hangs: under a key, at an index, as the key of an entry, or as the root of a document. */
export interface YamlParent {
  node: YamlMap | YamlSeq | null
  key: string | number
  isKey: boolean
}

/** One text, parsed once. Positions count UTF-16 units of the text. */
export interface YamlTree {
  text: string
  documents: YamlNode[]
  /** Every written scalar in the order of the text, keys included, and the masks that look like aliases. */
  scalars: (YamlScalar | YamlAlias)[]
}

/** Why a text was not parsed, or not accepted. Never holds anything of the text but a position. */
export type YamlFault =
  | {
      kind: 'limit'
      name: 'textBytes' | 'depth' | 'aliases' | 'mapKeys' | 'yamlDocuments' | 'yamlNodes'
      limit: number
      offset: number
    }
  | { kind: 'invalid'; reason: 'syntax' | 'duplicate-key' | 'unknown-tag' | 'unknown-anchor'; offset: number }

/** Follows an alias to what it stands for. */
export function resolveAlias(node: YamlNode): YamlNode {
  return node.kind === 'alias' && node.target ? node.target : node
}
