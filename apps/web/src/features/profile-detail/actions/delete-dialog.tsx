import type { ApiError } from '@waybill/api-client'
import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core/dist/dynamic/components/Modal'
import { useNavigation, useSubmit } from 'react-router'
import { useCloseDialog } from '../../../shared/navigation/use-close-dialog.ts'
import { scopeTitle } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { useProfileData } from '../profile-data.ts'

export function DeleteDialog({ error }: { error: ApiError | undefined }) {
  const scope = useScope()
  const { profile } = useProfileData()
  const close = useCloseDialog()
  const submit = useSubmit()
  const isDeleting = useNavigation().state !== 'idle'
  return (
    <Modal isOpen variant="small" onClose={close} aria-labelledby="delete-title" aria-describedby="delete-text">
      <ModalHeader title="Delete this version?" titleIconVariant="warning" labelId="delete-title" />
      <ModalBody id="delete-text">
        {error !== undefined && (
          <Alert
            isInline
            variant="danger"
            title={failureLine(error)}
            component="p"
            role="alert"
            className="wb-refusal"
          />
        )}
        <p>
          <strong>
            {profile.metadata.name} {profile.spec.version}
          </strong>{' '}
          is deleted from {scopeTitle(scope)}. Its other versions stay. This cannot be undone; export it first to keep a
          copy.
        </p>
      </ModalBody>
      <ModalFooter>
        <Button variant="danger" isDisabled={isDeleting} onClick={() => void submit(null, { method: 'post' })}>
          Delete
        </Button>
        <Button variant="link" onClick={close}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  )
}
