import { api } from '@waybill/api-client'
import type { PersonBody } from '@waybill/api-contract'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useDeletion } from '../../../shared/ui/sending/use-deletion.ts'

interface PersonDialogProps {
  person: PersonBody
  onClose: () => void
}

export function DeleteDialog({ person, onClose }: PersonDialogProps) {
  const connection = useConnection()
  const { isBusy, error, remove } = useDeletion(paths.people)
  const request = () => api.accounts.remove(connection, { params: { uid: person.uid } })
  return (
    <ConfirmDialog
      title={`Delete ${person.name}?`}
      refusal={error}
      action="Delete"
      isBusy={isBusy}
      onConfirm={() => void remove(request, `${person.name} is deleted.`)}
      onClose={onClose}
    >
      <p>
        The account, its roles, sessions and API keys are deleted; pipelines that use these keys stop. Profiles and
        audit events stay. This cannot be undone; disabling can.
      </p>
    </ConfirmDialog>
  )
}
