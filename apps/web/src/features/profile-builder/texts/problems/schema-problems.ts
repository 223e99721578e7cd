import { startOfLine } from '../../../../shared/ui/yaml/values-check/start-of-line.ts'
import type { ValuesProblem } from '../../../../shared/ui/yaml/values-check/values-check-messages.ts'
import { stackOf, valuesKey } from '../../state/stack-texts.ts'
import { placesOfLayer, type TextPlace } from '../../state/text-places.ts'
import type { Changing } from '../../state/texts.ts'
import type { PlacedProblem } from './placed-problem.ts'

/** A layer whose values were changed, before and after. */
export interface CheckedLayer {
  place: TextPlace
  packUid: string
  before: string
  text: string
}

export const checkedLayers = ({ base, texts }: Changing): CheckedLayer[] =>
  stackOf(texts).flatMap((layer) => {
    const key = valuesKey(layer.name)
    const [before = '', text = ''] = [base[key], texts[key]]
    const place = placesOfLayer(layer).find((each) => each.key === key)
    if (layer.packUid === '' || place === undefined || text === before) return []
    return [{ place, packUid: layer.packUid, before, text }]
  })

/** Violations of the schema. Those that existed before are only warnings, since they must not block other changes. */
export function schemaProblems(
  { place, text }: CheckedLayer,
  { before, now }: Readonly<Record<'before' | 'now', readonly ValuesProblem[]>>,
): PlacedProblem[] {
  const known = new Set(before.map(({ message }) => message))
  return now
    .filter(({ isOfSchema }) => isOfSchema)
    .map(({ line, message }) => ({
      place,
      line,
      offset: startOfLine(text, line),
      message,
      severity: known.has(message) ? 'warning' : 'error',
    }))
}
