import { MASK } from '@waybill/layer-text'

/** Why a typed or pasted text cannot replace a secret; empty if it can. Never contains the text. */
export function secretProblem(value: string): string {
  if (value.includes('\0') || !value.isWellFormed()) {
    return 'This holds a character that cannot be stored (NUL, or half of one). Paste the value without it.'
  }
  return value.includes(MASK) ? `${MASK} only takes the place of a secret. Enter the value itself.` : ''
}
