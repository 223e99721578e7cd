import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { api } from '@waybill/api-client'
import { useState } from 'react'
import { TENANT } from '../../../shared/http/connection.ts'
import { useAnswer } from '../../../shared/http/use-answer.ts'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useChange } from '../../../shared/ui/sending/use-change.ts'
import type { Project } from '../project-query.ts'
import { counted } from '../../../shared/ui/words/amounts.ts'

interface DeleteProjectDialogProps {
  project: Project
  onClose: () => void
}

/** Says what a project contains. One that is not empty is deleted only after the user ticks a checkbox. */
export function DeleteProjectDialog({ project: { metadata }, onClose }: DeleteProjectDialogProps) {
  const connection = useConnection()
  const { uid } = metadata
  const found = useAnswer((signal) => api.projects.listContents(TENANT, { params: { uid }, signal }), uid)
  const contents = found?.ok ? found.value : null
  const [withContents, setWithContents] = useState(false)
  const { isBusy, error, change } = useChange(onClose)
  const isEmpty = contents !== null && contents.clusterProfiles.count + contents.macros.count === 0
  const remove = () =>
    api.projects.delete(connection, {
      params: { uid },
      query: { cleanupProjectResources: withContents ? 'true' : 'false' },
    })
  const refusal = error ?? (found?.ok === false ? found.error : null)
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
        <Skeleton screenreaderText="Looking for what is in it" />
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

interface Contents {
  clusterProfiles: { count: number }
  macros: { count: number }
}

const saying = ({ clusterProfiles, macros }: Contents): string =>
  [
    ...(clusterProfiles.count > 0 ? [counted(clusterProfiles.count, 'profile version')] : []),
    ...(macros.count > 0 ? [counted(macros.count, 'macro')] : []),
  ].join(' and ')
