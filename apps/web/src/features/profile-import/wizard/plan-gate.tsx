import { Alert, AlertActionLink } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import type { ApiError } from '@waybill/api-client'
import type { ImportPlanBody } from '@waybill/api-contract'
import type { ReactNode } from 'react'
import { failureText } from '../../../shared/ui/messages/failure-text.ts'
import { ReferenceNumber } from '../../../shared/ui/messages/reference-number.tsx'
import { ReadingProblems } from '../upload/reading-problems.tsx'
import { currentFailure, latestPlan, type Review } from '../state/import-stage.ts'
import { useImport } from '../state/import-store.ts'

interface PlanGateProps {
  review: Review
  children: (plan: ImportPlanBody) => ReactNode
}

const LINES = ['90%', '70%', '80%']

/** The latest plan, or a skeleton before the first one; above it, why the server could not make a new one. */
export function PlanGate({ review, children }: PlanGateProps) {
  const plan = latestPlan(review)
  const failure = currentFailure(review)
  return (
    <>
      {failure ? <CheckFailure error={failure} /> : null}
      {plan ? children(plan) : null}
      {!plan && !failure ? (
        <div role="status" aria-label="Checking the file" className="wb-flow">
          {LINES.map((width) => (
            <Skeleton key={width} width={width} height="2.5rem" />
          ))}
        </div>
      ) : null}
    </>
  )
}

function CheckFailure({ error }: { error: ApiError }) {
  const checkAgain = useImport((state) => state.checkAgain)
  const goTo = useImport((state) => state.goTo)
  const { title, body, ref } = failureText(error)
  const problems = error.kind === 'refusal' ? error.details : []
  return (
    <Alert
      component="p"
      isInline
      variant="danger"
      title={title}
      role="alert"
      actionLinks={
        <>
          <AlertActionLink onClick={checkAgain}>Check again</AlertActionLink>
          {problems.length > 0 ? (
            <AlertActionLink onClick={() => goTo('upload-file')}>Edit the file</AlertActionLink>
          ) : null}
        </>
      }
    >
      <p>
        {body}
        <ReferenceNumber number={ref} />
      </p>
      {problems.length > 0 ? <ReadingProblems problems={problems} onJump={null} /> : null}
    </Alert>
  )
}
