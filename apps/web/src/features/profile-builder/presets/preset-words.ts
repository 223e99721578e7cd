import type { ConsolePackBody } from '@waybill/api-contract'
import { presetPlaces } from '@waybill/values-merge'

type PackPreset = ConsolePackBody['presets'][number]

interface PresetGroup {
  group: string
  presets: readonly PackPreset[]
}

/** In the order of the pack. */
export const presetGroups = (presets: readonly PackPreset[]): PresetGroup[] =>
  [...Map.groupBy(presets, ({ group }) => group)].map(([group, own]) => ({ group, presets: own }))

const MOST_NAMED = 3

/** “Sets a.b and 4 more; takes out c.” */
export function presetWords(preset: PackPreset): string {
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
