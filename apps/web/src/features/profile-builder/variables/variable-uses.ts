import { findReferences, positionAt } from '@waybill/layer-text'
import { placesOfLayers } from '../state/text-places.ts'
import type { Texts } from '../state/texts.ts'

/** A place where a text refers to a variable. */
export interface VariableUse {
  key: string
  label: string
  layer: string
  offset: number
  /** Counted from 1. */
  line: number
}

/** Uses by variable name, defined or not, in the order of the texts. */
export function variableUses(texts: Texts): ReadonlyMap<string, readonly VariableUse[]> {
  const uses = placesOfLayers(texts).flatMap(({ key, label, layer = '', manifest }) => {
    const text = texts[key] ?? ''
    return findReferences(text)
      .filter(({ kind }) => kind === 'var')
      .map(({ name, start }) => ({
        name,
        key,
        label: manifest === undefined ? label : `${label} of ${layer}`,
        layer,
        offset: start,
        line: positionAt(text, start).line,
      }))
  })
  return Map.groupBy(uses, ({ name }) => name)
}
