import type { PackUpdatePreviewBody } from '@waybill/api-contract'
import { resolveConflicts, type MergeDecision, type ResolvedValues } from '@waybill/values-merge'

/** A merge of a layer's values into other defaults, whoever made it. */
export type MergedValues = Omit<PackUpdatePreviewBody, 'etag' | 'from'>

export type Decisions = ReadonlyMap<number, MergeDecision>

/** A merge with what was chosen for its conflicts so far, and the text that comes of it. */
export interface DecidedMerge {
  packName: string
  merge: MergedValues
  decisions: Decisions
  result: ResolvedValues
  /** How many conflicts nobody decided yet. */
  left: number
}

/** What comes of a merge by the decisions that were made. */
export function decideMerge(merge: MergedValues, decisions: Decisions): Pick<DecidedMerge, 'result' | 'left'> {
  const result = resolveConflicts({ ...merge, problems: [] }, decisions)
  return { result, left: merge.conflicts.length - decisions.size }
}
