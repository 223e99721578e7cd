import type { PlaceAction } from '../../../shared/secrets/place-bar.tsx'
import type { MarkPlace, SecretVerdict } from '../../../shared/secrets/use-secret-marks.ts'
import { canBeMarked, type Finding, findingOf, fullPlaceName, markPlace, placeName } from '../findings/finding.ts'
import type { Decision } from '../use-decisions.ts'
import type { ChosenPlace } from './file-pane.tsx'
import type { Chosen } from './use-chosen-place.ts'

interface ChosenContext {
  findings: readonly Finding[]
  maskedIds: ReadonlySet<string>
  mayUnmask: boolean
  onDecide: (decision: Decision) => void
  /** Opens the list of findings. */
  onList: () => void
}

const refusal = 'Your roles here lack the permission clusterProfile.update.'

/** The text and the actions in the bar below the file, for the selected value. */
export function describeChosen(chosen: Chosen | null, context: ChosenContext): ChosenPlace | null {
  if (chosen === null) return null
  const finding = findingOf(context.findings, chosen)
  return finding === undefined ? describeScalar(chosen.place, context) : describeFinding(finding, context)
}

function describeScalar(place: MarkPlace, { mayUnmask, onDecide }: ChosenContext): ChosenPlace {
  const name = fullPlaceName(place)
  const mark = () => onDecide({ place, name, verdict: 'secret', before: null })
  const action = { label: 'Mark as secret', reason: mayUnmask ? undefined : refusal, run: mark }
  return { name, note: '', range: undefined, actions: place.layerName === '' ? [] : [action] }
}

function describeFinding(finding: Finding, context: ChosenContext): ChosenPlace {
  const { strength, message, range } = finding
  return {
    name: fullPlaceName(finding),
    note: `${strength}: ${message}`,
    range,
    actions: [...decisionsOn(finding, context), { label: 'Show in the list', run: context.onList }],
  }
}

function decisionsOn(finding: Finding, { maskedIds, mayUnmask, onDecide }: ChosenContext): readonly PlaceAction[] {
  if (!canBeMarked(finding)) return []
  const reason = mayUnmask ? undefined : refusal
  const decide = (verdict: SecretVerdict) => () => onDecide(decisionOn(finding, verdict))
  if (finding.decidedBy === 'mark') return [{ label: 'Take back', reason, run: decide(null) }]
  return [
    ...(maskedIds.has(finding.id) ? [] : [{ label: 'Mark as secret', reason, run: decide('secret') }]),
    { label: 'Not a secret', reason, run: decide('harmless') },
  ]
}

/** A decision about a finding, with the previous verdict for Undo. */
export function decisionOn(finding: Finding, verdict: SecretVerdict): Decision {
  const { decidedBy, isMasked } = finding
  return {
    place: markPlace(finding),
    name: placeName(finding),
    verdict,
    before: decidedBy === 'mark' ? (isMasked ? 'secret' : 'harmless') : null,
  }
}
