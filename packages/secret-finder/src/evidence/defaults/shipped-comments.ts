import { scalarOver, type YamlTree } from '@waybill/layer-text'
import type { SecretPlace } from '../../text-inspection.ts'

/**
 * Lowers the strength of findings in comments that are unchanged from the pack's defaults: these are examples that
 * everybody with the pack has. A private key keeps its strength, because packs have shipped real ones.
 */
export function asShipped(tree: YamlTree, defaults: string, places: readonly SecretPlace[]): SecretPlace[] {
  let shipped: Set<string> | undefined
  return places.map((place) => {
    if (place.strength === 'possible' || place.reason === 'private-key' || scalarOver(tree, place)) return place
    shipped ??= new Set(defaults.split(LINE_END).filter((line) => line.includes('#')))
    const lines = linesAround(tree.text, place)
    return lines.every((line) => shipped?.has(line)) ? { ...place, strength: 'possible' } : place
  })
}

const LINE_END = /\r\n|\r|\n/

function linesAround(text: string, { start, end }: SecretPlace): string[] {
  let from = start
  while (from > 0 && !/[\r\n]/.test(text[from - 1] ?? '')) from -= 1
  let to = end
  while (to < text.length && !/[\r\n]/.test(text[to] ?? '')) to += 1
  return text.slice(from, to).split(LINE_END)
}
