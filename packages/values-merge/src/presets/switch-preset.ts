import { mergeValues } from '../merge-values.ts'
import { chosenPlaces, emptiedPlaces, keysOf, setPlaces, withoutComments, type Keys } from './chosen-places.ts'
import { type PresetName, withPresetOf } from './enabled-presets.ts'

/** A preset of a pack: places to remove from the values, and values to set. */
export interface Preset extends PresetName {
  /** Paths to remove. */
  remove: readonly string[]
  /** Values to set, as YAML. */
  add: string
}

interface Switching {
  /** The values of the layer. */
  text: string
  /** The default values of the pack. */
  defaults: string
  preset: Preset
}

/**
 * Switches a preset on in the values, replacing the one of its group. Changes only the bytes at its places and the
 * comment that names it. Undefined when the merge has conflicts: the values must then be edited by hand.
 */
export function switchPresetOn({ text, preset }: Omit<Switching, 'defaults'>): string | undefined {
  const removed = removedPlaces(preset)
  const set = setPlaces(preset.add)
  if (!removed || (preset.add.trim() !== '' && set.length === 0)) return undefined
  const base = text.trim() === '' ? '{}\n' : text
  const emptied = merged({ base: chosenPlaces(base, removed), mine: emptiedPlaces(base, removed), theirs: base })
  if (emptied === undefined || set.length === 0) return emptied && named(emptied, preset)
  const added = merged({ base: chosenPlaces(emptied, set), mine: withoutComments(preset.add), theirs: emptied })
  const isSet = added !== undefined && chosenPlaces(added, set) === chosenPlaces(preset.add, set)
  return isSet ? named(added, preset) : undefined
}

const named = (text: string, { group, name }: Preset) => withPresetOf(text, group, name)

/** Switches a preset off: its places get the pack's default values. Undefined as for switching on. */
export function switchPresetOff({ text, defaults, preset }: Switching): string | undefined {
  const removed = removedPlaces(preset)
  if (!removed) return undefined
  const places = [...removed, ...setPlaces(preset.add)]
  const [here, there] = [chosenPlaces(text, places), chosenPlaces(defaults, places)]
  // The pack's defaults as if they had been changed to these values: reverting them changes only those places.
  const changed = merged({ base: there, mine: here, theirs: defaults })
  const back = changed === undefined ? undefined : merged({ base: changed, mine: defaults, theirs: text })
  const isBack = back !== undefined && chosenPlaces(back, places) === there
  return isBack ? withPresetOf(back, preset.group, null) : undefined
}

function removedPlaces({ remove }: Preset): Keys[] | undefined {
  const places = remove.flatMap((path) => [keysOf(path) ?? []])
  return places.every((keys) => keys.length > 0) ? places : undefined
}

/** Undefined when there are conflicts or problems. */
function merged(input: { base: string; mine: string; theirs: string }): string | undefined {
  const { text, conflicts, problems } = mergeValues(input)
  return conflicts.length === 0 && problems.length === 0 ? text : undefined
}

/** The paths that a preset sets and removes, as people read them. */
export function presetPlaces({ remove, add }: Pick<Preset, 'remove' | 'add'>): { set: string[]; removed: string[] } {
  return { set: setPlaces(add).map((keys) => keys.join('.')), removed: [...remove] }
}
