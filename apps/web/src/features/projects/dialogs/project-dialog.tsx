import { api } from '@waybill/api-client'
import { useState } from 'react'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { FormDialog } from '../../../shared/ui/dialogs/form-dialog.tsx'
import { useChange } from '../../../shared/ui/sending/use-change.ts'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { descriptionOf, NEEDED, type Project } from '../project-query.ts'

interface ProjectDialogProps {
  /** Null to add one. */
  project: Project | null
  onClose: () => void
}

/** Edits name and description of a project, or adds one. */
export function ProjectDialog({ project, onClose }: ProjectDialogProps) {
  const connection = useConnection()
  const [name, setName] = useState(project?.metadata.name ?? '')
  const [description, setDescription] = useState(project ? descriptionOf(project) : '')
  const [wasSent, setWasSent] = useState(false)
  const { isBusy, error, change } = useChange(onClose, name)
  const isNeeded = project?.metadata.name === NEEDED
  const isTaken = error?.kind === 'refusal' && error.code === 'ProjectExists'
  const problem = wasSent && name.trim() === '' ? 'Enter a name.' : isTaken ? failureLine(error) : ''
  const handleSubmit = () => {
    setWasSent(true)
    if (name.trim() === '') return
    const { uid = '', labels = {}, annotations = {} } = project?.metadata ?? {}
    const metadata = { name: name.trim(), annotations: { ...annotations, description: description.trim() } }
    const save = () =>
      project
        ? api.projects.replaceMeta(connection, { params: { uid }, body: { ...metadata, labels } })
        : api.projects.create(connection, { body: { metadata } })
    void change(save, `Project ${metadata.name} ${project ? 'changed' : 'added'}.`)
  }
  return (
    <FormDialog
      title={project ? `Edit ${project.metadata.name}` : 'Add project'}
      refusal={isTaken ? null : error}
      action={project ? 'Save' : 'Add'}
      isBusy={isBusy}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <TextField
        id="project-name"
        label="Name"
        value={name}
        problem={problem}
        hint={isNeeded ? 'Clients look for a project of this name, so it stays.' : ''}
        autoFocus={!isNeeded}
        isRequired
        maxLength={253}
        {...(isNeeded && { readOnlyVariant: 'default' })}
        onChange={setName}
      />
      <TextField
        id="project-description"
        label="Description"
        value={description}
        autoFocus={isNeeded}
        maxLength={16_384}
        rows={2}
        onChange={setDescription}
      />
    </FormDialog>
  )
}
