import { useState } from 'react'
import { FormDialog } from '../../../shared/ui/dialogs/form-dialog.tsx'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'

interface Days {
  from: string
  to: string
}

interface DaysDialogProps extends Days {
  onChoose: (days: Days) => void
  onClose: () => void
}

/** Asks for the first and last day; either can be left open. */
export function DaysDialog({ from, to, onChoose, onClose }: DaysDialogProps) {
  const [days, setDays] = useState<Days>({ from, to })
  const isTurnedRound = days.from !== '' && days.to !== '' && days.from > days.to
  const handleSubmit = () => {
    if (isTurnedRound) return
    onChoose(days)
    onClose()
  }
  return (
    <FormDialog title="Choose days" action="Show" onSubmit={handleSubmit} onClose={onClose}>
      <TextField
        id="audit-from"
        label="From"
        type="date"
        value={days.from}
        autoFocus
        onChange={(value) => setDays({ ...days, from: value })}
      />
      <TextField
        id="audit-to"
        label="To"
        type="date"
        value={days.to}
        problem={isTurnedRound ? 'This day is before the first one.' : ''}
        hint="Both days are shown whole. Leave one empty to set no end."
        onChange={(value) => setDays({ ...days, to: value })}
      />
    </FormDialog>
  )
}
