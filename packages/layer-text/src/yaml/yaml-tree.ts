import type { YamlLimits } from '../limits.ts'
import type { MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml'

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

/** A key of a map with its value. */
export interface YamlEntry {
  key: YamlNode
  value: YamlNode
  /** The entry before it with the same key, which this one replaces for whoever reads. */
  earlier?: YamlEntry
}

/** A map, in braces or by indentation. */
export interface YamlMap {
  kind: 'map'
  start: number
  event: MappingEvent
  /** As written, those that are replaced later on included. */
  entries: YamlEntry[]
  /** Last entry of every scalar key, by its text. */
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

/** Anything that a YAML text is made of. */
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
  /** Keys that stand in their map already; the last of each counts. */
  duplicates: YamlFault[]
}

/** Keys and indexes from the root of a document. */
export type YamlSteps = readonly (string | number)[]

/** Why a text was not parsed, or not accepted. Holds nothing of the text but the place, whose keys are not for messages. */
export type YamlFault = { offset: number; path: YamlSteps } & (
  | { kind: 'limit'; name: keyof YamlLimits; limit: number }
  | { kind: 'invalid'; reason: 'syntax'; expected: string }
  | { kind: 'invalid'; reason: 'duplicate-key' | 'unknown-tag' | 'unknown-anchor' }
)

/** The steps that lead to where a node hangs; those of a key are the steps of its map. */
export function stepsTo(place: YamlParent): YamlSteps {
  const steps: (string | number)[] = []
  for (let at = place; at.node; at = at.node.parent) if (!at.isKey) steps.push(at.key)
  return steps.toReversed()
}

/** Follows an alias to what it stands for. */
export function resolveAlias(node: YamlNode): YamlNode {
  return node.kind === 'alias' && node.target ? node.target : node
}
