import type { ApiError } from '@waybill/api-client'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { failureText } from './failure-text.ts'
import { Nothing } from './nothing.tsx'
import { ReferenceNumber } from './reference-number.tsx'

interface FailureStateProps {
  error: ApiError
  onRetry: () => void
  headingLevel?: 'h1' | 'h2' | 'h3'
}

/** Shown instead of content that could not be loaded: what happened, its reference number, and the next step. */
export function FailureState({ error, onRetry, headingLevel = 'h1' }: FailureStateProps) {
  const { title, body, ref } = failureText(error)
  return (
    <Nothing
      status="danger"
      title={title}
      headingLevel={headingLevel}
      actions={<Button onClick={onRetry}>Try again</Button>}
    >
      {body}
      <ReferenceNumber number={ref} />
    </Nothing>
  )
}
