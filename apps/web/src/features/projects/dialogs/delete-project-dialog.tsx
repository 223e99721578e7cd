import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { deleteProject } from '@waybill/api-client'
import { useState } from 'react'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { useChange } from '../../../shared/ui/dialogs/use-change.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import type { Project } from '../project-query.ts'
import { useContents } from './use-contents.ts'

interface DeleteProjectDialogProps {
  project: Project
  onClose: () => void
}

/** Says what a project holds; what holds something is deleted only with a tick that says so. */
export function DeleteProjectDialog({ project: { metadata }, onClose }: DeleteProjectDialogProps) {
  const connection = connectionOf(useScope())
  const { contents, failure } = useContents(metadata.uid)
  const [withContents, setWithContents] = useState(false)
  const { isBusy, error, change } = useChange(onClose)
  const isEmpty = contents !== null && contents.profiles + contents.macros === 0
  const remove = () => deleteProject(connection, metadata.uid, { withContents })
  const refusal = error ?? failure
  const deletion = (
    <Button
      variant="danger"
      isLoading={isBusy}
      isDisabled={isBusy || (!isEmpty && !withContents)}
      onClick={() => void change(remove, `Project ${metadata.name} is deleted.`)}
    >
      Delete
    </Button>
  )
  return (
    <Dialog
      title={`Delete ${metadata.name}?`}
      isWarning
      refusal={refusal && failureLine(refusal)}
      actions={deletion}
      onClose={onClose}
    >
      {contents === null ? (
        <Skeleton screenreaderText="Looking what is in it" />
      ) : (
        <p>
          {isEmpty ? 'It holds neither profiles nor macros.' : `It holds ${saying(contents)}.`} The roles that people
          and teams hold in it go with it. This cannot be undone.
        </p>
      )}
      {contents !== null && !isEmpty && (
        <Checkbox
          id="with-contents"
          label={`Delete ${saying(contents)} as well`}
          isChecked={withContents}
          onChange={(_event, isOn) => setWithContents(isOn)}
        />
      )}
    </Dialog>
  )
}

function saying({ profiles, macros }: { profiles: number; macros: number }): string {
  const parts = [
    ...(profiles > 0 ? [profiles === 1 ? '1 profile version' : `${profiles} profile versions`] : []),
    ...(macros > 0 ? [macros === 1 ? '1 macro' : `${macros} macros`] : []),
  ]
  return parts.join(' and ')
}
