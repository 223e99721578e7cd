import type { TextRange } from '@waybill/layer-text'
import type { SecretReason, Strength } from '../text-inspection.ts'

/** A range of one text that speaks for a secret, before it is known where the text itself stands. */
export interface Hit extends TextRange {
  reason: SecretReason
  strength: Strength
}
