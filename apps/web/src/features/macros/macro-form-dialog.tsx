import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../../shared/ui/dialogs/dialog.tsx'
import { FieldText } from '../../shared/ui/forms/field-text.tsx'
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
  const title = macro ? `Change macro ${macro.name}` : 'Add macro'

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    setWasSent(true)
    if (wrongName === '') submit({ intent: macro ? 'change' : 'add', name, value })
  }
  const refusal = isAnswered && refused.form !== '' ? refused.form : null
  const sending = (
    <Button type="submit" form="macro-form" isLoading={isBusy} isDisabled={isBusy}>
      {macro ? 'Change' : 'Add'}
    </Button>
  )
  return (
    <Dialog title={title} refusal={refusal} actions={sending} onClose={onClose}>
      <Form id="macro-form" onSubmit={handleSubmit} noValidate>
        {macro ? null : (
          <FormGroup label="Name" fieldId="macro-name" isRequired>
            <TextInput
              id="macro-name"
              value={name}
              autoFocus
              isRequired
              validated={nameText === '' ? 'default' : 'error'}
              aria-describedby="macro-name-help"
              onChange={(_event, typed) => setName(typed)}
            />
            <FieldText
              id="macro-name-help"
              problem={nameText}
              hint={`Refer to it as {{.spectro.macro.${name || 'name'}}}`}
            />
          </FormGroup>
        )}
        <FormGroup label="Value" fieldId="macro-value">
          <TextArea
            id="macro-value"
            value={value}
            rows={4}
            resizeOrientation="vertical"
            spellCheck={false}
            validated={isAnswered && refused.value !== '' ? 'error' : 'default'}
            aria-describedby="macro-value-help"
            onChange={(_event, typed) => setValue(typed)}
          />
          <FieldText
            id="macro-value-help"
            problem={isAnswered ? refused.value : ''}
            hint="People who may change macros see the value; everyone else sees a mask."
          />
        </FormGroup>
      </Form>
    </Dialog>
  )
}
