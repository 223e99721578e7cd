import { MASK, MASK_RUN } from '../masks/mask.ts'
import type { MaskedPlace } from '../masks/masked-place.ts'
import { nodePath } from '../path/text-path.ts'
import { scalarOver } from '../yaml/scalar-over.ts'
import { scalarValue } from '../yaml/yaml-scalar.ts'
import type { YamlTree } from '../yaml/yaml-tree.ts'

/** A place whose mask was left without a value, with what tells later whether something stands there now. */
export interface EmptyPlace {
  path: string
  /** The scalar as it came, with masks for what was left out; the mask alone where that was all of it. */
  template: string
  /** Which of the masks in `template` it is, from 0. */
  part: number
}

/** A masked place as the empty one that it becomes when its mask is taken out. */
export function emptyPlaceOf(tree: YamlTree, place: MaskedPlace): EmptyPlace {
  const scalar = scalarOver(tree, place)
  const path = scalar === undefined ? place.path : nodePath(tree, scalar)
  if (!place.isPartial || scalar?.kind !== 'scalar') return { path, template: MASK, part: 0 }
  const before = tree.text.slice(scalar.event.valueStart, place.start)
  return { path, template: scalarValue(tree.text, scalar), part: [...before.matchAll(MASK_RUN)].length }
}
