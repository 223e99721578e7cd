import type { YamlLimits } from '../limits.ts'
import type { MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml'

/** A scalar with its range, which includes quotes and the header of a block scalar, but not anchor and tag. */
export interface YamlScalar {
  kind: 'scalar'
  /** -1 when the value is absent, as after `key:`. */
  start: number
  end: number
  event: ScalarEvent
  parent: YamlParent
}

/** An alias. One without a target is an unquoted mask, which only looks like an alias. */
export interface YamlAlias {
  kind: 'alias'
  start: number
  end: number
  target: YamlNode | undefined
  parent: YamlParent
}

/** A key of a map with its value. */
export interface YamlEntry {
  key: YamlNode
  value: YamlNode
  /** The previous entry with the same key; readers use this one instead. */
  earlier?: YamlEntry
}

/** A map, in braces or by indentation. */
export interface YamlMap {
  kind: 'map'
  start: number
  event: MappingEvent
  /** As written, including entries with a later duplicate. */
  entries: YamlEntry[]
  /** The last entry for every scalar key, by its text. */
  byKey: Map<string, YamlEntry>
  parent: YamlParent
}

/** A list, in brackets or by indentation. */
export interface YamlSeq {
  kind: 'seq'
  start: number
  event: SequenceEvent
  items: YamlNode[]
  parent: YamlParent
}

/** Any node of a YAML text. */
export type YamlNode = YamlScalar | YamlAlias | YamlMap | YamlSeq

/** A node's place in its parent: under a key, at an index, as the key of an entry, or as the root of a document. */
export interface YamlParent {
  node: YamlMap | YamlSeq | null
  key: string | number
  isKey: boolean
}

/** One text, parsed once. Offsets count UTF-16 units of the text. */
export interface YamlTree {
  text: string
  documents: YamlNode[]
  /** Every scalar with a source, in the order of the text, including keys and masks that look like aliases. */
  scalars: (YamlScalar | YamlAlias)[]
  /** Duplicate keys; the last value counts. */
  duplicates: YamlFault[]
}

/** Keys and indexes from the root of a document. */
export type YamlSteps = readonly (string | number)[]

/** Why a text was refused. Contains nothing of the text but the place; its keys must not go into messages. */
export type YamlFault = { offset: number; path: YamlSteps } & (
  | { kind: 'limit'; name: keyof YamlLimits; limit: number }
  | { kind: 'invalid'; reason: 'syntax'; expected: string }
  | { kind: 'invalid'; reason: 'duplicate-key' | 'unknown-tag' | 'unknown-anchor' }
)

/** The steps to a node's place. A key has the steps of its map. */
export function stepsTo(place: YamlParent): YamlSteps {
  const steps: (string | number)[] = []
  for (let at = place; at.node; at = at.node.parent) if (!at.isKey) steps.push(at.key)
  return steps.toReversed()
}

/** The target of an alias; any other node unchanged. */
export function resolveAlias(node: YamlNode): YamlNode {
  return node.kind === 'alias' && node.target ? node.target : node
}
