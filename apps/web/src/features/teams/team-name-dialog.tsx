import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import type { ApiError, Result } from '@waybill/api-client'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../../shared/ui/dialogs/dialog.tsx'
import { FieldText } from '../../shared/ui/forms/field-text.tsx'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'

/** @typeParam Made what saving answers: the uid of a team that is new. */
interface TeamNameDialogProps<Made> {
  title: string
  action: string
  name?: string
  save: (name: string) => Promise<Result<Made>>
  onSaved: (made: Made) => void
  onClose: () => void
}

/** Asks for the name of a team: of a new one, or another. */
export function TeamNameDialog<Made>({ title, action, name = '', save, onSaved, onClose }: TeamNameDialogProps<Made>) {
  const [draft, setDraft] = useState(name)
  const [wasSent, setWasSent] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const isTaken = error?.kind === 'refusal' && error.code === 'TeamExists'
  const problem = wasSent && draft.trim() === '' ? 'Enter a name.' : isTaken ? failureLine(error) : ''
  const handleSubmit = async () => {
    setWasSent(true)
    if (isBusy || draft.trim() === '') return
    setIsBusy(true)
    const result = await save(draft.trim())
    setIsBusy(false)
    if (result.ok) onSaved(result.value)
    else setError(result.error)
  }
  const saving = (
    <Button type="submit" form="team-form" isLoading={isBusy} isDisabled={isBusy}>
      {action}
    </Button>
  )
  return (
    <Dialog title={title} refusal={error && !isTaken ? failureLine(error) : null} actions={saving} onClose={onClose}>
      <Form
        id="team-form"
        noValidate
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault()
          void handleSubmit()
        }}
      >
        <FormGroup label="Name" fieldId="team-name" isRequired>
          <TextInput
            id="team-name"
            autoFocus
            isRequired
            maxLength={253}
            value={draft}
            validated={problem === '' ? 'default' : 'error'}
            aria-describedby="team-name-help"
            onChange={(_event, value) => {
              setDraft(value)
              setError(null)
            }}
          />
          <FieldText id="team-name-help" problem={problem} />
        </FormGroup>
      </Form>
    </Dialog>
  )
}
