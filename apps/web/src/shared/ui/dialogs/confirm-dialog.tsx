import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { ComponentProps } from 'react'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps extends Omit<ComponentProps<typeof Dialog>, 'actions'> {
  /** `Delete` */
  action: string
  look?: 'danger' | 'primary'
  /** Whether something else must be settled first. */
  isDisabled?: boolean
  onConfirm: () => void
}

/** Asks for confirmation, mostly before something is lost. While the action is running, its button keeps the focus. */
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
