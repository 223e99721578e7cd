import { MASK, MASK_RUN } from '../masks/mask.ts'
import type { MaskedPlace } from '../masks/masked-place.ts'
import { nodePath } from '../path/text-path.ts'
import { scalarOver } from '../yaml/scalar-over.ts'
import { scalarValue } from '../yaml/yaml-scalar.ts'
import type { YamlTree } from '../yaml/yaml-tree.ts'

/** A place whose mask was left without a value, and what is needed to see later whether it has been filled. */
export interface EmptyPlace {
  path: string
  /** The scalar with masks for the values left out; just the mask when nothing else is in it. */
  template: string
  /** The number of its mask in `template`, from 0. */
  part: number
}

/** The empty place that a masked place becomes when its mask is removed. */
export function emptyPlaceOf(tree: YamlTree, place: MaskedPlace): EmptyPlace {
  const scalar = scalarOver(tree, place)
  const path = scalar === undefined ? place.path : nodePath(tree, scalar)
  if (!place.isPartial || scalar?.kind !== 'scalar') return { path, template: MASK, part: 0 }
  const before = tree.text.slice(scalar.event.valueStart, place.start)
  return { path, template: scalarValue(tree.text, scalar), part: [...before.matchAll(MASK_RUN)].length }
}
