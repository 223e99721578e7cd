import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import type { ImportPlanBody } from '@waybill/api-contract'
import type { ProfileDocument } from '@waybill/profile-format'
import { scopeTitle } from '../../../shared/session/scope.ts'
import { decidedDocument } from '../state/import-decisions.ts'
import { currentPlan, type Review } from '../state/import-stage.ts'
import { DiffersFromFile } from './differs-from-file.tsx'
import { ImportAs } from './import-as.tsx'
import { PlanChanges } from './plan-changes.tsx'
import { PlanGate } from '../wizard/plan-gate.tsx'
import { emptyPlaces } from './empty-places.ts'
import { PlanSummary } from './plan-summary.tsx'
import { useWizard } from '../wizard/wizard-context.ts'

interface ConfirmStageProps {
  review: Review
  document: ProfileDocument
}

/** Step 4: what will be created, how it differs from what is here, and the button that starts the import. */
export function ConfirmStage({ review, document }: ConfirmStageProps) {
  return (
    <PlanGate review={review}>{(plan) => <Confirmation plan={plan} review={review} document={document} />}</PlanGate>
  )
}

function Confirmation({ plan, review, document }: ConfirmStageProps & { plan: ImportPlanBody }) {
  const { scope } = useWizard()
  const isRefused = currentPlan(review)?.canImport === false
  const empty = emptyPlaces(plan, review.decisions)
  return (
    <>
      {isRefused ? (
        <Alert
          component="p"
          isInline
          variant="warning"
          title="Something needs to be settled again. Go back to Validate."
          role="alert"
        />
      ) : null}
      <ImportAs plan={plan} />
      <DiffersFromFile document={document} plan={plan} empty={empty} />
      <div className={plan.comparedWith === null ? '' : 'wb-columns'}>
        <PlanSummary plan={plan} decisions={review.decisions} target={scopeTitle(scope)} />
        {plan.comparedWith === null ? null : (
          <PlanChanges plan={plan} here={plan.comparedWith} document={decidedDocument(document, review.decisions)} />
        )}
      </div>
    </>
  )
}
