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
  /** Conflicts that are decided by a text with which the whole is no YAML. */
  broken: ReadonlySet<number>
  /** How many conflicts nobody decided yet. */
  left: number
}

/** What comes of a merge by the decisions that were made. */
export function decideMerge(
  merge: MergedValues,
  decisions: Decisions,
): Pick<DecidedMerge, 'result' | 'broken' | 'left'> {
  const result = resolveConflicts({ ...merge, problems: [] }, decisions)
  const broken = result.valid ? new Set<number>() : brokenTexts(merge, decisions)
  return { result, broken, left: merge.conflicts.length - decisions.size }
}

/** Those that are no YAML by themselves; where it takes several, all that were typed. */
function brokenTexts(merge: MergedValues, decisions: Decisions): ReadonlySet<number> {
  const typed = [...decisions].filter(([, decision]) => typeof decision === 'object')
  const alone = typed.filter((each) => !resolveConflicts({ ...merge, problems: [] }, new Map([each])).valid)
  return new Set((alone.length === 0 ? typed : alone).map(([index]) => index))
}
