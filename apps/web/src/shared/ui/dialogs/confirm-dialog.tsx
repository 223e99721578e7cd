import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { ComponentProps } from 'react'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps extends Omit<ComponentProps<typeof Dialog>, 'actions'> {
  /** `Delete` */
  action: string
  look?: 'danger' | 'primary'
  /** Whether something has to be settled first. */
  isDisabled?: boolean
  onConfirm: () => void
}

/** Asks once before something is done, mostly before something is lost. While that is under way its button keeps the focus. */
export function ConfirmDialog({
  action,
  look = 'danger',
  isBusy = false,
  isDisabled = false,
  onConfirm,
  ...dialog
}: ConfirmDialogProps) {
  const confirming = (
    <Button variant={look} isLoading={isBusy} isAriaDisabled={isBusy} isDisabled={isDisabled} onClick={onConfirm}>
      {action}
    </Button>
  )
  return <Dialog isWarning {...dialog} isBusy={isBusy} actions={confirming} />
}
