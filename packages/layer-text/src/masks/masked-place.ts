import type { TextRange } from '../text-range.ts'
import type { TypedKind } from '../yaml/yaml-scalar.ts'

/** A mask that is a scalar or part of one, still to be filled. */
export interface MaskedPlace extends TextRange {
  path: string
  /** True when the mask is only part of the scalar, so that filling splices raw text. */
  isPartial: boolean
}

/** How to fill one masked place. */
export interface Fill extends MaskedPlace {
  value: string
  /** The type of the value that the mask hides: a value that reads as this type is written without quotes. */
  as?: TypedKind | undefined
}
