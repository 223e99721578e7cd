import type { Result } from '@waybill/api-client'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { FormDialog } from '../../shared/ui/dialogs/form-dialog.tsx'
import { useSending } from '../../shared/ui/sending/use-sending.ts'
import { TextField } from '../../shared/ui/forms/text-field.tsx'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'

/** @typeParam Made the result of saving: the uid of a new team. */
interface TeamNameDialogProps<Made> {
  title: string
  action: string
  name?: string
  save: (name: string) => Promise<Result<Made>>
  onSaved: (made: Made) => void | Promise<void>
  onClose: () => void
}

/** Asks for the name of a new team, or renames one. */
export function TeamNameDialog<Made>({ title, action, name = '', save, onSaved, onClose }: TeamNameDialogProps<Made>) {
  const [draft, setDraft] = useState(name)
  const [wasSent, setWasSent] = useState(false)
  const { revalidate } = useRevalidator()
  const { isBusy, error, send, isOpen } = useSending(draft)
  const isTaken = error?.kind === 'refusal' && error.code === 'TeamExists'
  const problem = wasSent && draft.trim() === '' ? 'Enter a name.' : isTaken ? failureLine(error) : ''
  const handleSubmit = () => {
    setWasSent(true)
    if (draft.trim() !== '')
      void send(
        () => save(draft.trim()),
        (made) => (isOpen() ? onSaved(made) : revalidate()),
      )
  }
  return (
    <FormDialog
      title={title}
      refusal={isTaken ? null : error}
      action={action}
      isBusy={isBusy}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <TextField
        id="team-name"
        label="Name"
        value={draft}
        problem={problem}
        autoFocus
        isRequired
        maxLength={253}
        onChange={setDraft}
      />
    </FormDialog>
  )
}
