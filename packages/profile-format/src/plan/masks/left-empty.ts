import { emptyPlaceOf, MASK } from '@waybill/layer-text'
import type { EmptyValue } from '../../empty-values/empty-value.ts'
import type { FoundMask } from './mask-places.ts'

/**
 * A mask that was left empty, as a value to fill in later. Not for options of variables: each is a separate choice, and
 * an option without a value is refused or offers nothing. Nor for patterns: a variable without one accepts any value.
 */
export function leftEmptyOf({ site, layerName, valuePath }: FoundMask): EmptyValue[] {
  if (site.kind === 'option' || site.kind === 'regex') return []
  if (site.kind === 'default') {
    return [{ layerName: '', manifest: '', path: valuePath, template: MASK, part: 0, line: 0 }]
  }
  const { manifest = '' } = site.text
  return [{ layerName, manifest, ...emptyPlaceOf(site.tree, site.place), line: 0 }]
}
