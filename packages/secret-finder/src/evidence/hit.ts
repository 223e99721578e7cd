import type { TextRange } from '@waybill/layer-text'
import type { SecretReason, Strength } from '../text-inspection.ts'

/** A suspicious range of one text, relative to that text. */
export interface Hit extends TextRange {
  reason: SecretReason
  strength: Strength
}
