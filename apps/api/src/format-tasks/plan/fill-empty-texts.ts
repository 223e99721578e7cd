import { fillEmpty, type EmptyFill } from '@waybill/layer-text'

interface TextToFill {
  text: string
  fills: readonly EmptyFill[]
}

/** Texts with values where they were empty, byte for byte the same elsewhere. */
export const fillEmptyTexts = (texts: readonly TextToFill[]): string[] =>
  texts.map(({ text, fills }) => fillEmpty(text, fills))
