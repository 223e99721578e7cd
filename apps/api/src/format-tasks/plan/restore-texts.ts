import { restoreMasks, type MaskedEdit } from '@waybill/layer-text'

/** Texts that came back from a screen, with what is stored behind the masks that were left untouched. */
export const restoreTexts = (edits: readonly MaskedEdit[]): string[] => edits.map(restoreMasks)
