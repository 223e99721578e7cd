export { mergeValues, type MergeConflict, type MergeInput, type MergeProblem, type ValuesMerge } from './merge-values.ts'
