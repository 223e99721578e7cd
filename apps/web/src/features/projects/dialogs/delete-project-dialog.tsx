import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { api } from '@waybill/api-client'
import { useState } from 'react'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useChange } from '../../../shared/ui/dialogs/use-change.ts'
import type { Project } from '../project-query.ts'
import { useContents } from './use-contents.ts'

interface DeleteProjectDialogProps {
  project: Project
  onClose: () => void
}

/** Says what a project holds; what holds something is deleted only with a tick that says so. */
export function DeleteProjectDialog({ project: { metadata }, onClose }: DeleteProjectDialogProps) {
  const connection = useConnection()
  const { contents, failure } = useContents(metadata.uid)
  const [withContents, setWithContents] = useState(false)
  const { isBusy, error, change } = useChange(onClose)
  const isEmpty = contents !== null && contents.profiles + contents.macros === 0
  const remove = () =>
    api.projects.delete(connection, {
      params: { uid: metadata.uid },
      query: { cleanupProjectResources: withContents ? 'true' : 'false' },
    })
  const refusal = error ?? failure
  return (
    <ConfirmDialog
      title={`Delete ${metadata.name}?`}
      refusal={refusal}
      action="Delete"
      isBusy={isBusy}
      isDisabled={!isEmpty && !withContents}
      onConfirm={() => void change(remove, `Project ${metadata.name} is deleted.`)}
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
    </ConfirmDialog>
  )
}

function saying({ profiles, macros }: { profiles: number; macros: number }): string {
  const parts = [
    ...(profiles > 0 ? [profiles === 1 ? '1 profile version' : `${profiles} profile versions`] : []),
    ...(macros > 0 ? [macros === 1 ? '1 macro' : `${macros} macros`] : []),
  ]
  return parts.join(' and ')
}
