import { isReadable } from './is-readable.ts'
import type { ValuesMerge } from './merge-values.ts'
import { putBack, type PutBack } from './put-back.ts'
import { applySplices, type Splice } from './splice.ts'

/** What somebody chose for one conflict: mine, theirs, or a text in the place of mine, as it would stand behind its colon. */
export type MergeDecision = 'mine' | 'theirs' | { text: string }

/** The text with all decisions in it; invalid where it is no YAML then. */
export type ResolvedValues = { valid: boolean; text: string }

/** Puts decisions, by the index of their conflict, into a merged text. What nobody decided stays theirs. Never throws. */
export function resolveConflicts(merge: ValuesMerge, decisions: ReadonlyMap<number, MergeDecision>): ResolvedValues {
  const splices: Splice[] = []
  const missing: PutBack[] = []
  for (const [index, decision] of decisions) {
    const conflict = merge.conflicts[index]
    if (!conflict || decision === 'theirs') continue
    const { path, column, document } = conflict
    const text = decision === 'mine' ? conflict.mine : decision.text
    if (conflict.kind === 'gone' || conflict.kind === 'changed') missing.push({ path, column, document, text })
    else splices.push({ ...conflict.range, text })
  }
  let text = applySplices(merge.text, splices)
  for (const wanted of missing) text = text === undefined ? undefined : putBack(text, wanted)
  return text !== undefined && isReadable(text) ? { valid: true, text } : { valid: false, text: text ?? merge.text }
}
