import { mergeValues } from '../merge-values.ts'
import { chosenPlaces, emptiedPlaces, keysOf, setPlaces, withoutComments, type Keys } from './chosen-places.ts'
import { type PresetName, withPresetOf } from './enabled-presets.ts'

/** What a pack offers to switch on in its values: places to empty, and values to set. */
export interface Preset extends PresetName {
  /** Paths of what is taken out. */
  remove: readonly string[]
  /** Values that are set, as YAML. */
  add: string
}

interface Switching {
  /** The values of the layer. */
  text: string
  /** The values that the pack comes with. */
  defaults: string
  preset: Preset
}

/**
 * Values with a preset switched on, in place of another one of its group. Only the bytes of its places change, and the line
 * that names it. Undefined where it cannot be done without deciding something: the values are then to be edited by hand.
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

/** Values with a preset switched off: its places are as the pack has them. Undefined as for switching on. */
export function switchPresetOff({ text, defaults, preset }: Switching): string | undefined {
  const removed = removedPlaces(preset)
  if (!removed) return undefined
  const places = [...removed, ...setPlaces(preset.add)]
  const [here, there] = [chosenPlaces(text, places), chosenPlaces(defaults, places)]
  // The pack's values as if they had been changed to these: going back to them changes those places alone.
  const changed = merged({ base: there, mine: here, theirs: defaults })
  const back = changed === undefined ? undefined : merged({ base: changed, mine: defaults, theirs: text })
  const isBack = back !== undefined && chosenPlaces(back, places) === there
  return isBack ? withPresetOf(back, preset.group, null) : undefined
}

function removedPlaces({ remove }: Preset): Keys[] | undefined {
  const places = remove.flatMap((path) => [keysOf(path) ?? []])
  return places.every((keys) => keys.length > 0) ? places : undefined
}

/** Undefined where something would have to be decided. */
function merged(input: { base: string; mine: string; theirs: string }): string | undefined {
  const { text, conflicts, problems } = mergeValues(input)
  return conflicts.length === 0 && problems.length === 0 ? text : undefined
}

/** Where a preset sets values and what it takes out, as people read paths. */
export function presetPlaces({ remove, add }: Pick<Preset, 'remove' | 'add'>): { set: string[]; removed: string[] } {
  return { set: setPlaces(add).map((keys) => keys.join('.')), removed: [...remove] }
}
