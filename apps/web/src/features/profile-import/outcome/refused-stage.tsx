import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
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

/** The import was refused: why, what changed meanwhile, and the way back with everything kept. */
export function RefusedStage({ refusal, review }: RefusedStageProps) {
  const returnFromRefusal = useImport((state) => state.returnFromRefusal)
  const { title, body, ref } = failureText(refusal.error)
  return (
    <>
      <StageHeading>{`${refusal.confirmed.name} ${refusal.confirmed.version} was not imported`}</StageHeading>
      <Alert
        component="p"
        isInline
        variant="danger"
        title={refusal.error.kind === 'network' ? title : body}
        role="alert"
      >
        <p>
          {refusal.error.kind === 'network'
            ? 'It is not known whether the import arrived. Trying again is safe: a version is never imported twice.'
            : 'Nothing was written. Your decisions are kept.'}
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
      <h3>What changed here meanwhile</h3>
      <ReadingProblems problems={changed} onJump={null} />
    </section>
  )
}

const keyOf = ({ code, path, valuePath }: ProblemBody) => [code, path, valuePath ?? ''].join('\n')

/** Problems of the new plan that the confirmed one did not have. */
function newProblems(confirmed: ImportPlanBody, now: ImportPlanBody): readonly ProblemBody[] {
  const known = new Set(confirmed.problems.map(keyOf))
  return now.problems.filter((problem) => !known.has(keyOf(problem)))
}
