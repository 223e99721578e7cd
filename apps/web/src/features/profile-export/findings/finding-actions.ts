import type { SecretVerdict } from '../../../shared/secrets/use-secret-marks.ts'
import type { Finding } from './finding.ts'

/** What the list asks for; keeps its identity, so that a tick draws one row anew. */
export interface FindingActions {
  /** Shows it in the file. */
  show: (finding: Finding) => void
  /** Leaves it in clear in this export, or masks it after all. */
  leaveInClear: (finding: Finding, isLeft: boolean) => void
  /** Remembers what it is; null takes back what was remembered. */
  decide: (finding: Finding, verdict: SecretVerdict) => void
}

/**
 * What another state of the tick asks for. What is masked by default is left in clear for this export alone; what is not, is masked by
 * a mark, and by taking that mark off no more.
 */
export function changeTick({ leaveInClear, decide }: FindingActions, finding: Finding, isTicked: boolean): void {
  const isPossible = finding.strength === 'possible'
  const isMarked = finding.decidedBy === 'mark'
  if (!isTicked) {
    if (isPossible && isMarked) decide(finding, null)
    else leaveInClear(finding, true)
  } else if (finding.isMasked || !(isPossible || isMarked)) leaveInClear(finding, false)
  else decide(finding, isPossible ? 'secret' : null)
}
