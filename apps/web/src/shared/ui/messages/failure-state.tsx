import type { ApiError } from '@waybill/api-client'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { failureText } from './failure-text.ts'
import { ReferenceNumber } from './reference-number.tsx'

interface FailureStateProps {
  error: ApiError
  onRetry: () => void
  headingLevel?: 'h1' | 'h2' | 'h3'
}

/** In place of what could not be loaded: what happened, its reference number, and the next step. */
export function FailureState({ error, onRetry, headingLevel = 'h1' }: FailureStateProps) {
  const { title, body, ref } = failureText(error)
  return (
    <EmptyState status="danger" titleText={title} headingLevel={headingLevel}>
      <EmptyStateBody>
        {body}
        <ReferenceNumber number={ref} />
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button onClick={onRetry}>Try again</Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}
