import type { PackUpdatePreviewBody } from '@waybill/api-contract'
import { resolveConflicts, type MergeDecision } from '@waybill/values-merge'
import { useMemo, useState } from 'react'

/** What was chosen for each conflict so far, and the text that comes of it. */
export function useDecisions(merge: PackUpdatePreviewBody) {
  const [decisions, setDecisions] = useState<ReadonlyMap<number, MergeDecision>>(new Map())
  const result = useMemo(() => resolveConflicts({ ...merge, problems: [] }, decisions), [merge, decisions])
  return {
    decisions,
    result,
    left: merge.conflicts.length - decisions.size,
    decide: (index: number, decision: MergeDecision) => setDecisions((all) => new Map(all).set(index, decision)),
  }
}
