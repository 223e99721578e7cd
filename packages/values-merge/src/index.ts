export {
  mergeValues,
  type MergeConflict,
  type MergeInput,
  type MergeProblem,
  type ValuesMerge,
} from './merge-values.ts'
export { mergeLines } from './merge-lines.ts'
export { resolveConflicts, type MergeDecision, type ResolvedValues } from './deciding/resolve-conflicts.ts'
export { enabledPresets, type PresetName } from './presets/enabled-presets.ts'
export { presetPlaces, switchPresetOff, switchPresetOn, type Preset } from './presets/switch-preset.ts'
