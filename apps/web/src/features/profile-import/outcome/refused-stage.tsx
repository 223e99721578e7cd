import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { ApiError } from '@waybill/api-client'
import type { ImportPlanBody, ProblemBody } from '@waybill/api-contract'
import { failureText } from '../../../shared/ui/messages/failure-text.ts'
import { ReferenceNumber } from '../../../shared/ui/messages/reference-number.tsx'
import type { Refusal, Review } from '../state/import-stage.ts'
import { useImport } from '../state/import-store.ts'
import { PlanGate } from '../wizard/plan-gate.tsx'
import { ReadingProblems } from '../upload/reading-problems.tsx'
import { StageHeading } from '../wizard/stage-heading.tsx'

interface RefusedStageProps {
  refusal: Refusal
  review: Review
}

/** The import was refused: why, what has changed meanwhile, and the way back with everything kept. */
export function RefusedStage({ refusal, review }: RefusedStageProps) {
  const returnFromRefusal = useImport((state) => state.returnFromRefusal)
  const { error, confirmed } = refusal
  const { title, body, ref } = failureText(error)
  const profile = `${confirmed.name} ${confirmed.version}`
  const isCertain = isRefusedForCertain(error)
  return (
    <>
      <StageHeading>
        {isCertain ? `${profile} was not imported` : `It is not certain whether ${profile} was imported`}
      </StageHeading>
      <Alert component="p" isInline variant="danger" title={error.kind === 'network' ? title : body} role="alert">
        <p>
          {isCertain
            ? 'Nothing was imported. The file and your decisions are kept.'
            : 'Trying again is safe: a version is never imported twice. The file and your decisions are kept.'}
          <ReferenceNumber number={ref} />
        </p>
      </Alert>
      <PlanGate review={review}>{(plan) => <Changed refusal={refusal} plan={plan} />}</PlanGate>
      <p className="wb-tools">
        <Button onClick={() => returnFromRefusal('validate')}>Back to Validate</Button>
        <Button variant="secondary" onClick={() => returnFromRefusal('confirm')}>
          Back to Confirm
        </Button>
      </p>
    </>
  )
}

function Changed({ refusal, plan }: { refusal: Refusal; plan: ImportPlanBody }) {
  const changed = newProblems(refusal.confirmed, plan)
  if (changed.length === 0) return null
  return (
    <section>
      <h3>What has changed here since</h3>
      <ReadingProblems problems={changed} onJump={null} />
    </section>
  )
}

/** If the answer was lost or the server failed, the import may still have been written. */
function isRefusedForCertain(error: ApiError): boolean {
  return error.kind === 'refusal' && error.status < 500
}

const keyOf = ({ code, path, valuePath }: ProblemBody) => [code, path, valuePath ?? ''].join('\n')

/** Problems of the new plan that the confirmed plan did not have. */
function newProblems(confirmed: ImportPlanBody, now: ImportPlanBody): readonly ProblemBody[] {
  const known = new Set(confirmed.problems.map(keyOf))
  return now.problems.filter((problem) => !known.has(keyOf(problem)))
}
