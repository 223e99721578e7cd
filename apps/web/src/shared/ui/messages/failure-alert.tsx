import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import type { ApiError } from '@waybill/api-client'
import { failureLine } from './failure-text.ts'

/** Shows why a form was refused; rendered from the start, so that screen readers announce it when it is filled. */
export function FailureAlert({ failure }: { failure: ApiError | string | null }) {
  return (
    <div role="alert">
      {failure ? (
        <Alert
          component="p"
          isInline
          variant="danger"
          title={typeof failure === 'string' ? failure : failureLine(failure)}
        />
      ) : null}
    </div>
  )
}
