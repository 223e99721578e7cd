export {
  mergeValues,
  type MergeConflict,
  type MergeInput,
  type MergeProblem,
  type ValuesMerge,
} from './merge-values.ts'
export { resolveConflicts, type MergeDecision, type ResolvedValues } from './deciding/resolve-conflicts.ts'
