import type { EmptyFill } from '@waybill/layer-text'
import { fillEmptyValues, type PackGrounds } from '@waybill/profile-format'

interface TextToFill {
  text: string
  fills: readonly EmptyFill[]
  /** Absent for manifests, and where nobody knows what the pack says. */
  pack?: PackGrounds | undefined
}

/** Texts with values where they were empty, byte for byte the same elsewhere. */
export const fillEmptyTexts = (texts: readonly TextToFill[]): string[] =>
  texts.map(({ text, fills, pack }) => fillEmptyValues(text, fills, pack))
