import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'

interface Days {
  from: string
  to: string
}

interface DaysDialogProps extends Days {
  onChoose: (days: Days) => void
  onClose: () => void
}

/** From which day to which; either may be left open. */
export function DaysDialog({ from, to, onChoose, onClose }: DaysDialogProps) {
  const [days, setDays] = useState<Days>({ from, to })
  const isTurnedRound = days.from !== '' && days.to !== '' && days.from > days.to
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (isTurnedRound) return
    onChoose(days)
    onClose()
  }
  const show = (
    <Button type="submit" form="audit-days">
      Show
    </Button>
  )
  return (
    <Dialog title="Choose days" actions={show} onClose={onClose}>
      <Form id="audit-days" onSubmit={handleSubmit} noValidate>
        <FormGroup label="From" fieldId="audit-from">
          <TextInput
            id="audit-from"
            type="date"
            autoFocus
            value={days.from}
            onChange={(_event, value) => setDays({ ...days, from: value })}
          />
        </FormGroup>
        <FormGroup label="To" fieldId="audit-to">
          <TextInput
            id="audit-to"
            type="date"
            value={days.to}
            validated={isTurnedRound ? 'error' : 'default'}
            aria-describedby="audit-to-help"
            onChange={(_event, value) => setDays({ ...days, to: value })}
          />
          <FieldText
            id="audit-to-help"
            problem={isTurnedRound ? 'This day is before the first one.' : ''}
            hint="Both days are shown whole. Leave one empty to set no end."
          />
        </FormGroup>
      </Form>
    </Dialog>
  )
}
