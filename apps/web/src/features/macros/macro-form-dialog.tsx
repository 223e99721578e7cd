import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../../shared/ui/dialogs/dialog.tsx'
import { TextField } from '../../shared/ui/forms/text-field.tsx'
import { fieldProblems, nameProblem } from './macro-fields.ts'
import type { Macro } from './macro-rows.ts'
import { useMacroChange } from './use-macro-change.ts'

interface MacroFormDialogProps {
  /** Absent to add one. */
  macro?: Macro
  taken: ReadonlySet<string>
  /** Must keep its identity between renders. */
  onClose: () => void
}

/** Adds a macro, or changes the value of one; a name never changes, because texts refer to it. */
export function MacroFormDialog({ macro, taken, onClose }: MacroFormDialogProps) {
  const [name, setName] = useState(macro?.name ?? '')
  const [value, setValue] = useState(macro?.value ?? '')
  const [wasSent, setWasSent] = useState(false)
  const { answer, isBusy, submit } = useMacroChange(onClose)
  const refused = fieldProblems(answer?.error ?? null)
  const isAnswered = answer?.change.name === name && answer.change.value === value
  const wrongName = macro ? '' : nameProblem(name, taken)
  const nameText = wasSent || name !== '' ? wrongName || (isAnswered ? refused.name : '') : ''
  const title = macro ? `Edit macro ${macro.name}` : 'Add macro'

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    setWasSent(true)
    if (wrongName === '') submit({ intent: macro ? 'change' : 'add', name, value })
  }
  const refusal = isAnswered && refused.form !== '' ? refused.form : null
  const sending = (
    <Button type="submit" form="macro-form" isLoading={isBusy} isAriaDisabled={isBusy}>
      {macro ? 'Save' : 'Add'}
    </Button>
  )
  return (
    <Dialog title={title} refusal={refusal} actions={sending} onClose={onClose}>
      <Form id="macro-form" onSubmit={handleSubmit} noValidate>
        {macro ? null : (
          <TextField
            id="macro-name"
            label="Name"
            value={name}
            problem={nameText}
            hint={`Refer to it as {{.spectro.macro.${name || 'name'}}}`}
            autoFocus
            isRequired
            onChange={setName}
          />
        )}
        <TextField
          id="macro-value"
          label="Value"
          value={value}
          problem={isAnswered ? refused.value : ''}
          hint="People who may change macros see the value; everyone else sees a mask."
          spellCheck={false}
          rows={4}
          onChange={setValue}
        />
      </Form>
    </Dialog>
  )
}
