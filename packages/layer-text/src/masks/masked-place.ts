import type { TextRange } from '../text-range.ts'

/** A scalar (or a part of one) that is the mask: unfilled until somebody says what stands there. */
export interface MaskedPlace extends TextRange {
  path: string
  /** True when the mask is only part of the scalar, so that filling splices raw text. */
  isPartial: boolean
}

/** How to fill one masked place. */
export interface Fill extends MaskedPlace {
  value: string
}
