import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { type ApiError, deleteUser } from '@waybill/api-client'
import type { PersonBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'

interface PersonDialogProps {
  person: PersonBody
  onClose: () => void
}

export function DeleteDialog({ person, onClose }: PersonDialogProps) {
  const connection = connectionOf(useScope())
  const navigate = useNavigate()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const remove = async () => {
    setIsBusy(true)
    const result = await deleteUser(connection, person.uid)
    setIsBusy(false)
    if (!result.ok) return setError(result.error)
    showToast({ kind: 'success', title: `${person.name} is deleted.` })
    // The page of who is gone is nothing to come back to.
    await navigate(paths.people, { replace: true })
  }
  const deletion = (
    <Button variant="danger" isLoading={isBusy} isDisabled={isBusy} onClick={() => void remove()}>
      Delete
    </Button>
  )
  return (
    <Dialog
      title={`Delete ${person.name}?`}
      isWarning
      refusal={error && failureLine(error)}
      actions={deletion}
      onClose={onClose}
    >
      <p>
        The account, its roles, sessions and API keys are deleted; pipelines that use these keys stop. Profiles and
        audit events stay. This cannot be undone; disabling can.
      </p>
    </Dialog>
  )
}
