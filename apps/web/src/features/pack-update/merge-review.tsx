import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import type { PackUpdatePreviewBody } from '@waybill/api-contract'
import { can } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { YamlView } from '../../shared/ui/yaml/yaml-view.tsx'
import { ConflictCard } from './conflict-card.tsx'
import { GoneKeys } from './gone-keys.tsx'
import { mergeSummary } from './merge-words.ts'
import { useApplyUpdate } from './use-apply-update.ts'
import { useDecisions } from './use-decisions.ts'

interface MergeReviewProps {
  uid: string
  packName: string
  merge: PackUpdatePreviewBody
}

/** What is to be decided, and the text that comes of it. */
export function MergeReview({ uid, packName, merge }: MergeReviewProps) {
  const scope = useScope()
  const { decisions, decide, result, left } = useDecisions(merge)
  const { apply, isApplying, refusal } = useApplyUpdate({ uid, packName, merge })
  const [problem] = merge.problems
  const reason = reasonAgainst({ left, isValid: result.valid, mayUpdate: can(scope, 'clusterProfile.update') })
  return (
    <div className="wb-update-review">
      <p role="status" className="wb-update-summary">
        {mergeSummary(merge, left)}
      </p>
      {problem && (
        <Alert
          isInline
          variant="warning"
          title={`Nothing was merged: ${SIDES[problem.side]} are no valid YAML at line ${problem.line}.`}
        >
          Applying this would put the new defaults in the place of your values.
        </Alert>
      )}
      <GoneKeys gone={merge.gone} leftOut={merge.leftOut} />
      {merge.conflicts.map((conflict, index) => (
        <ConflictCard
          key={`${conflict.document} ${conflict.path.join('.')}`}
          conflict={conflict}
          decision={decisions.get(index)}
          onDecide={(decision) => decide(index, decision)}
        />
      ))}
      <YamlView text={result.text} label={`New values of ${packName}`} />
      {refusal !== null && (
        <Alert isInline variant="danger" title="The layer was not changed.">
          {refusal}
        </Alert>
      )}
      <div>
        <ActionButton
          label="Apply to the layer"
          variant="primary"
          reason={reason}
          isLoading={isApplying}
          onClick={() => void apply(result.text)}
        />
      </div>
    </div>
  )
}

const SIDES = { base: 'the old defaults', mine: 'your values', theirs: 'the new defaults' }

function reasonAgainst(state: { left: number; isValid: boolean; mayUpdate: boolean }): string | undefined {
  if (!state.mayUpdate) return 'Your roles lack clusterProfile.update here.'
  if (state.left > 0) return 'Decide every conflict first.'
  return state.isValid ? undefined : 'The values are not valid YAML with what you chose.'
}
