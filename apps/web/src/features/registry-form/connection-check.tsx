import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { ApiError } from '@waybill/api-client'
import { useState } from 'react'
import { connectionOutcome } from '../../shared/registries/connection-outcome.ts'
import type { RegistryDraft } from '../../shared/registries/draft/registry-draft.ts'
import { testRegistry } from '../../shared/registries/registry-requests.ts'
import { useOnceAtATime } from '../../shared/ui/sending/use-once-at-a-time.ts'
import type { DraftForm } from './draft/use-registry-draft.ts'

/** Tests the connection with the form's current values, before saving. The result disappears after a change. */
export function ConnectionCheck({ form, uid }: { form: DraftForm; uid: string }) {
  const { draft } = form
  const [answer, setAnswer] = useState<{ draft: RegistryDraft; error: ApiError | null } | null>(null)
  const { isBusy, once } = useOnceAtATime()
  const handleCheck = () =>
    once(async () => {
      if (!form.check('connection')) return
      const result = await testRegistry(draft, uid)
      setAnswer({ draft, error: result.ok ? null : result.error })
    })
  const outcome = answer?.draft === draft ? connectionOutcome(answer.error, draft.endpoint) : null
  return (
    <div className="wb-connection-check">
      <Button variant="secondary" isLoading={isBusy} isAriaDisabled={isBusy} onClick={() => void handleCheck()}>
        Test connection
      </Button>
      <div role="status">
        {outcome ? (
          <Alert isInline isPlain component="p" variant={outcome.kind} title={outcome.title}>
            {outcome.next}
          </Alert>
        ) : null}
      </div>
    </div>
  )
}
