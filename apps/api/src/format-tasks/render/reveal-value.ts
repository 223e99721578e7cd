import { secretAt } from '@waybill/profile-format'
import { maskedPlaces, scalarAt, treeOf, unnumbered } from '@waybill/layer-text'
import type { SecretPlace } from '@waybill/secret-finder'

export interface ValueToReveal {
  /** The true text, and the one shown on screens. */
  text: string
  masked: string
  secrets: readonly SecretPlace[]
  path: string
}

/**
 * The value behind the mask at a path; undefined if there is no mask. If a longer scalar contains a copy of another
 * text's secret, the whole scalar is the value.
 */
export function revealValue({ text, masked, secrets, path }: ValueToReveal): string | undefined {
  const place = secrets.find((secret) => secret.path === path)
  if (place?.reason === 'unparsable') return text
  const found = place && secretAt(text, place)
  if (found !== undefined) return found
  const tree = treeOf(masked)
  const isMasked = tree && maskedPlaces(tree).some((each) => each.path === path)
  return isMasked ? scalarAt(text, unnumbered(path)) : undefined
}
