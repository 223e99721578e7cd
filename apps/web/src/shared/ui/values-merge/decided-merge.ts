import type { PackUpdatePreviewBody } from '@waybill/api-contract'
import { resolveConflicts, type MergeDecision, type ResolvedValues } from '@waybill/values-merge'

/** A merge of a layer's values into other defaults, made by server or browser. */
export type MergedValues = Omit<PackUpdatePreviewBody, 'etag' | 'from'>

export type Decisions = ReadonlyMap<number, MergeDecision>

/** A merge with the decisions on its conflicts so far, and the resulting text. */
export interface DecidedMerge {
  packName: string
  merge: MergedValues
  decisions: Decisions
  result: ResolvedValues
  /** Conflicts decided by a text that makes the whole invalid YAML. */
  broken: ReadonlySet<number>
  /** The number of undecided conflicts. */
  left: number
}

/** Applies the decisions to a merge. */
export function decideMerge(
  merge: MergedValues,
  decisions: Decisions,
): Pick<DecidedMerge, 'result' | 'broken' | 'left'> {
  const result = resolveConflicts({ ...merge, problems: [] }, decisions)
  const broken = result.valid ? new Set<number>() : brokenTexts(merge, decisions)
  return { result, broken, left: merge.conflicts.length - decisions.size }
}

/** Texts that are invalid YAML by themselves; if only several together make the whole invalid, all typed texts. */
function brokenTexts(merge: MergedValues, decisions: Decisions): ReadonlySet<number> {
  const typed = [...decisions].filter(([, decision]) => typeof decision === 'object')
  const alone = typed.filter((each) => !resolveConflicts({ ...merge, problems: [] }, new Map([each])).valid)
  return new Set((alone.length === 0 ? typed : alone).map(([index]) => index))
}
