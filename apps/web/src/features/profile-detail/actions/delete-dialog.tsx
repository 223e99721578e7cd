import type { ApiError } from '@waybill/api-client'
import type { ProfileBody } from '@waybill/api-contract'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useNavigation, useSubmit } from 'react-router'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
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
  const deletion = (
    <Button variant="danger" isDisabled={isDeleting} onClick={() => void submit(null, { method: 'post' })}>
      Delete
    </Button>
  )
  return (
    <Dialog
      title="Delete this version?"
      isWarning
      refusal={error === undefined ? null : failureLine(error)}
      actions={deletion}
      onClose={close}
    >
      <p>
        <strong>
          {profile.metadata.name} {profile.spec.version}
        </strong>{' '}
        is deleted from {scopeTitle(scope)}. {otherVersions(profile)} This cannot be undone; export it first to keep a
        copy.
      </p>
    </Dialog>
  )
}

/** What is left of the name afterwards. */
function otherVersions({ metadata, spec }: ProfileBody): string {
  const others = spec.versions.filter(({ uid }) => uid !== metadata.uid)
  const [only] = others
  if (only === undefined) return 'It is the only version, so nothing of this name is left here.'
  return others.length === 1 ? `Version ${only.version} stays.` : `Its ${others.length} other versions stay.`
}
