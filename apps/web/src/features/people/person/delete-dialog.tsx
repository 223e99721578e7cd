import { api, type ApiError } from '@waybill/api-client'
import type { PersonBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'

interface PersonDialogProps {
  person: PersonBody
  onClose: () => void
}

export function DeleteDialog({ person, onClose }: PersonDialogProps) {
  const connection = useConnection()
  const navigate = useNavigate()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const remove = async () => {
    setIsBusy(true)
    const result = await api.accounts.remove(connection, { params: { uid: person.uid } })
    setIsBusy(false)
    if (!result.ok) return setError(result.error)
    showToast({ kind: 'success', title: `${person.name} is deleted.` })
    // The page of who is gone is nothing to come back to.
    await navigate(paths.people, { replace: true })
  }
  return (
    <ConfirmDialog
      title={`Delete ${person.name}?`}
      refusal={error}
      action="Delete"
      isBusy={isBusy}
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      <p>
        The account, its roles, sessions and API keys are deleted; pipelines that use these keys stop. Profiles and
        audit events stay. This cannot be undone; disabling can.
      </p>
    </ConfirmDialog>
  )
}
