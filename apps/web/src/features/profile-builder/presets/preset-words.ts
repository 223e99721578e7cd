import type { ConsolePackBody } from '@waybill/api-contract'
import { presetPlaces } from '@waybill/values-merge'

const MOST_NAMED = 3

/** “Sets a.b and 4 more; takes out c.” */
export function presetWords(preset: ConsolePackBody['presets'][number]): string {
  const { set, removed } = presetPlaces(preset)
  const parts = [
    ...(set.length > 0 ? [`sets ${named(set)}`] : []),
    ...(removed.length > 0 ? [`takes out ${named(removed)}`] : []),
  ]
  const sentence = parts.length === 0 ? 'changes nothing' : parts.join('; ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function named(places: readonly string[]): string {
  const shown = places.slice(0, MOST_NAMED).join(', ')
  return places.length > MOST_NAMED ? `${shown} and ${places.length - MOST_NAMED} more` : shown
}
