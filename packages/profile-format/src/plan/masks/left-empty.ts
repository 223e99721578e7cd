import { emptyPlaceOf, MASK } from '@waybill/layer-text'
import type { EmptyValue } from '../../empty-values/empty-value.ts'
import type { FoundMask } from './mask-places.ts'

/**
 * A mask that was settled with nothing, as a value that is still empty. Options of variables are none: each of them is a choice of
 * its own, and one without a value is refused or offers nothing. A variable without a pattern takes anything.
 */
export function leftEmptyOf({ site, layerName, valuePath }: FoundMask): EmptyValue[] {
  if (site.kind === 'option' || site.kind === 'regex') return []
  if (site.kind === 'default') {
    return [{ layerName: '', manifest: '', path: valuePath, template: MASK, part: 0, line: 0 }]
  }
  const { manifest = '' } = site.text
  return [{ layerName, manifest, ...emptyPlaceOf(site.tree, site.place), line: 0 }]
}
