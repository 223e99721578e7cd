import type { ProfileDocument } from '../document/document.ts'
import { planLayers, type LayerFacts } from '../plan/layers/plan-layers.ts'
import { checkTexts } from '../plan/checked-texts.ts'
import { layerIndexOf } from '../problems/problem-place.ts'
import type { Problem } from '../problems/problems.ts'

/** One layer with all that its pack has against it, in the order of the text. */
export interface PackCheck {
  index: number
  name: string
  problems: readonly Problem[]
}

/**
 * What the packs of a profile say against it, layer by layer: missing versions, dependencies, values. The same
 * checks as an import's, for a profile that stands here already. A layer without problems is listed with none.
 */
export function checkPacks(document: ProfileDocument, facts: LayerFacts): PackCheck[] {
  const { layers, problems } = planLayers(document, {}, facts)
  const all = [...problems, ...checkTexts({ packs: document.packs, layers })]
  const byIndex = Map.groupBy(all, ({ path }) => layerIndexOf(path))
  return layers.map(({ index, name }) => ({ index, name, problems: byIndex.get(index) ?? [] }))
}
