import { useState } from 'react'
import { connectionOf } from '../../shared/http/connection.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { FormDialog } from '../../shared/ui/dialogs/form-dialog.tsx'
import { TextField } from '../../shared/ui/forms/text-field.tsx'
import { useChange } from '../../shared/ui/sending/use-change.ts'
import { fieldProblems, nameProblem } from './macro-fields.ts'
import type { Macro } from './macro-rows.ts'
import { ownMacros } from './own-macros.ts'

interface MacroFormDialogProps {
  /** Absent when a macro is added. */
  macro?: Macro
  taken: ReadonlySet<string>
  onClose: () => void
}

/** Adds a macro, or changes the value of one. Its name cannot be changed, because texts refer to it. */
export function MacroFormDialog({ macro, taken, onClose }: MacroFormDialogProps) {
  const scope = useScope()
  const [name, setName] = useState(macro?.name ?? '')
  const [value, setValue] = useState(macro?.value ?? '')
  const [wasSent, setWasSent] = useState(false)
  const { isBusy, error, change } = useChange(onClose, JSON.stringify([name, value]))
  const refused = fieldProblems(error)
  const wrongName = macro ? '' : nameProblem(name, taken)
  const handleSubmit = () => {
    setWasSent(true)
    if (wrongName !== '') return
    const request = { params: { uid: scope.uid }, body: { macros: [{ name, value }] } }
    void change(
      () => ownMacros(scope)[macro ? 'update' : 'add'](connectionOf(scope), request),
      `Macro ${name} ${macro ? 'changed' : 'added'}.`,
    )
  }
  return (
    <FormDialog
      title={macro ? `Edit macro ${macro.name}` : 'Add macro'}
      refusal={refused.form}
      action={macro ? 'Save' : 'Add'}
      isBusy={isBusy}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      {macro ? null : (
        <TextField
          id="macro-name"
          label="Name"
          value={name}
          problem={wasSent || name !== '' ? wrongName || refused.name : ''}
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
        problem={refused.value}
        hint="People who may change macros see the value; everyone else sees a mask."
        spellCheck={false}
        rows={4}
        onChange={setValue}
      />
    </FormDialog>
  )
}
