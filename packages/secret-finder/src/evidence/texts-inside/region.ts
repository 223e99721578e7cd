import type { TextRange, YamlTree } from '@waybill/layer-text'
import type { Hit } from '../hit.ts'
import type { SecretSource } from '../../text-inspection.ts'

/** A finding in a text inside a text, as a range of the outermost text. */
export interface Found extends Hit {
  source: SecretSource
}

/** A text, with the mapping of its ranges to the outermost text. */
export interface Region {
  tree: YamlTree
  /** Maps a range of this text to the outermost text. */
  written: (range: TextRange) => TextRange
  depth: number
  /** Whether its keys are under one whose entries are secrets. */
  isContained: boolean
  /** Whether it patches a Secret, which only the surrounding text tells. */
  isPatch?: boolean
}

/** State shared by all texts inside one text. */
export interface Search {
  found: Found[]
  /** Characters of inner texts that may still be read, so that nested texts cost at most a few times the outermost. */
  budget: number
  /** The pack's default value at a path (`nodePath`) of the outermost text; undefined if the defaults are unknown. */
  defaultAt: ((path: string) => string | undefined) | undefined
}

/** The depth of texts inside texts that are still parsed. */
export const DEEPEST = 4
