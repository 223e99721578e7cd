import type { ProfileDocument } from '../document/document.ts'
import { planLayers, type LayerFacts } from '../plan/layers/plan-layers.ts'
import { checkTexts } from '../plan/checked-texts.ts'
import { layerIndexOf } from '../problems/problem-place.ts'
import type { Problem } from '../problems/problems.ts'

/** One layer with all problems of its pack, in the order of the text. */
export interface PackCheck {
  index: number
  name: string
  problems: readonly Problem[]
}

/**
 * Checks the packs of a profile layer by layer: missing versions, dependencies, values. These are the checks of an
 * import, for a profile that is already here. A layer without problems is listed with an empty list.
 */
export function checkPacks(document: ProfileDocument, facts: LayerFacts): PackCheck[] {
  const { layers, problems } = planLayers(document, {}, facts)
  const all = [...problems, ...checkTexts({ packs: document.packs, layers })]
  const byIndex = Map.groupBy(all, ({ path }) => layerIndexOf(path))
  return layers.map(({ index, name }) => ({ index, name, problems: byIndex.get(index) ?? [] }))
}
