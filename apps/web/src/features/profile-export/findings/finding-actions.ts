import type { SecretVerdict } from '../../../shared/secrets/use-secret-marks.ts'
import type { Finding } from './finding.ts'

/** The actions of the list. They keep their identity, so that a click on a checkbox rerenders only one row. */
export interface FindingActions {
  /** Shows the finding in the file. */
  show: (finding: Finding) => void
  /** Leaves it in clear in this export, or masks it again. */
  leaveInClear: (finding: Finding, isLeft: boolean) => void
  /** Saves a verdict with the profile; null removes it. */
  decide: (finding: Finding, verdict: SecretVerdict) => void
}

/**
 * Carries out a click on a checkbox. A finding masked by default is left in clear in this export only. A possible one
 * is masked by a mark, and unmasked by removing that mark.
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
