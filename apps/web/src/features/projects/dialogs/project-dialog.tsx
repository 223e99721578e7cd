import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { changeProject, createProject } from '@waybill/api-client'
import { type SyntheticEvent, useState } from 'react'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { useChange } from '../../../shared/ui/dialogs/use-change.ts'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { descriptionOf, NEEDED, type Project } from '../project-query.ts'

interface ProjectDialogProps {
  /** Null to add one. */
  project: Project | null
  onClose: () => void
}

/** Name and description of a project: of a new one, or others. */
export function ProjectDialog({ project, onClose }: ProjectDialogProps) {
  const connection = connectionOf(useScope())
  const [name, setName] = useState(project?.metadata.name ?? '')
  const [description, setDescription] = useState(project ? descriptionOf(project) : '')
  const [refusedName, setRefusedName] = useState<string | null>(null)
  const { isBusy, error, change } = useChange(onClose)
  const isNeeded = project?.metadata.name === NEEDED
  const isTaken = error?.kind === 'refusal' && error.code === 'ProjectExists' && refusedName === name
  const problem = name.trim() === '' && refusedName === name ? 'Enter a name.' : isTaken ? failureLine(error) : ''
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    setRefusedName(name)
    if (isBusy || name.trim() === '') return
    const words = { name: name.trim(), description: description.trim() }
    const save = () =>
      project
        ? changeProject(connection, project.metadata.uid, { ...project.metadata, ...words })
        : createProject(connection, words)
    void change(save, `Project ${words.name} ${project ? 'changed' : 'added'}.`)
  }
  const saving = (
    <Button type="submit" form="project-form" isLoading={isBusy} isDisabled={isBusy}>
      {project ? 'Save' : 'Add'}
    </Button>
  )
  return (
    <Dialog
      title={project ? `Edit ${project.metadata.name}` : 'Add project'}
      refusal={error && error.kind === 'refusal' && error.code === 'ProjectExists' ? null : error && failureLine(error)}
      actions={saving}
      onClose={onClose}
    >
      <Form id="project-form" noValidate onSubmit={handleSubmit}>
        <FormGroup label="Name" fieldId="project-name" isRequired>
          <TextInput
            id="project-name"
            autoFocus={!isNeeded}
            isRequired
            maxLength={253}
            {...(isNeeded ? { readOnlyVariant: 'default' as const } : {})}
            value={name}
            validated={problem === '' ? 'default' : 'error'}
            aria-describedby="project-name-help"
            onChange={(_event, value) => setName(value)}
          />
          <FieldText
            id="project-name-help"
            problem={problem}
            hint={isNeeded ? 'Clients look for a project of this name, so it stays.' : ''}
          />
        </FormGroup>
        <FormGroup label="Description" fieldId="project-description">
          <TextArea
            id="project-description"
            autoFocus={isNeeded}
            maxLength={16_384}
            resizeOrientation="vertical"
            value={description}
            onChange={(_event, value) => setDescription(value)}
          />
        </FormGroup>
      </Form>
    </Dialog>
  )
}
