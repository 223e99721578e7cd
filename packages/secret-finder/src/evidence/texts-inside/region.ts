import type { TextRange, YamlTree } from '@waybill/layer-text'
import type { Hit } from '../hit.ts'
import type { SecretSource } from '../../text-inspection.ts'

/** A finding of a text inside a text, at its place in the outermost one. */
export interface Found extends Hit {
  source: SecretSource
}

/** A text with what is needed to say where its parts stand in the outermost text. */
export interface Region {
  tree: YamlTree
  /** Where a range of this text is written in the outermost text. */
  written: (range: TextRange) => TextRange
  depth: number
  /** Its keys stand under one that holds secrets. */
  isContained: boolean
  /** It changes a Secret, which only what stands around it says. */
  isPatch?: boolean
}

/** What is shared by all texts inside one text. */
export interface Search {
  found: Found[]
  /** Characters of inner texts that may still be read, so that texts inside texts cost no more than a few times the outermost. */
  budget: number
  /** The pack's value at a path of the outermost text, by `nodePath`; undefined where nothing is known. */
  defaultAt: ((path: string) => string | undefined) | undefined
}

/** Texts inside texts inside texts: deeper ones are not read as a structure. */
export const DEEPEST = 4
