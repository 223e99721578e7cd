import type { EmptyFill } from '@waybill/layer-text'
import { fillEmptyValues, type PackGrounds } from '@waybill/profile-format'

interface TextToFill {
  text: string
  fills: readonly EmptyFill[]
  /** Absent for manifests, and if the pack's declarations are unknown. */
  pack?: PackGrounds | undefined
}

/** Fills values into the empty places of texts; everything else stays byte for byte. */
export const fillEmptyTexts = (texts: readonly TextToFill[]): string[] =>
  texts.map(({ text, fills, pack }) => fillEmptyValues(text, fills, pack))
