import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import { type ComponentProps, useId } from 'react'
import { showFirstProblem } from '../forms/show-first-problem.ts'
import { Dialog } from './dialog.tsx'

interface FormDialogProps extends Omit<ComponentProps<typeof Dialog>, 'actions'> {
  /** The label of the submit button: `Save`. */
  action: string
  /** Whether there is nothing to send yet. */
  isDisabled?: boolean
  /** Whether the browser checks required fields. */
  asksForMissing?: boolean
  onSubmit: () => void
}

/** A dialog with a form; Enter submits it, once at a time. */
export function FormDialog({
  action,
  isBusy = false,
  isDisabled = false,
  asksForMissing = false,
  onSubmit,
  children,
  ...dialog
}: FormDialogProps) {
  const id = useId()
  const sending = (
    <Button type="submit" form={id} isLoading={isBusy} isAriaDisabled={isBusy} isDisabled={isDisabled}>
      {action}
    </Button>
  )
  return (
    <Dialog {...dialog} isBusy={isBusy} actions={sending}>
      <Form
        id={id}
        noValidate={!asksForMissing}
        onSubmit={(event) => {
          event.preventDefault()
          if (isBusy) return
          onSubmit()
          showFirstProblem()
        }}
      >
        {children}
      </Form>
    </Dialog>
  )
}
