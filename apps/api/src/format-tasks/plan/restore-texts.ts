import { restoreMasks, type MaskedEdit } from '@waybill/layer-text'

/** Texts that came back from a screen, with stored values in place of untouched masks. */
export const restoreTexts = (edits: readonly MaskedEdit[]): string[] => edits.map(restoreMasks)
