import type { TextRange } from '../text-range.ts'
import type { TypedKind } from '../yaml/yaml-scalar.ts'

/** A scalar (or a part of one) that is the mask: unfilled until somebody says what stands there. */
export interface MaskedPlace extends TextRange {
  path: string
  /** True when the mask is only part of the scalar, so that filling splices raw text. */
  isPartial: boolean
}

/** How to fill one masked place. */
export interface Fill extends MaskedPlace {
  value: string
  /** What is to stand there, where the mask hides it: a value that reads as such is written without quotes. */
  as?: TypedKind | undefined
}
