import type { Blocker } from 'react-router'
import { ConfirmDialog } from './confirm-dialog.tsx'

interface LeaveDialogProps {
  blocker: Blocker
  /** `Leave this import?` */
  title?: string
  /** What would be lost. */
  children?: string
  /** Whether what is left is here again later; then leaving is no danger. */
  isKept?: boolean
}

/** Asks once before something started is left. */
export function LeaveDialog({
  blocker,
  title = 'Leave without saving?',
  children = 'Your changes will be lost.',
  isKept = false,
}: LeaveDialogProps) {
  if (blocker.state !== 'blocked') return null
  return (
    <ConfirmDialog
      title={title}
      isWarning={!isKept}
      action="Leave"
      look={isKept ? 'primary' : 'danger'}
      onConfirm={() => blocker.proceed()}
      closeLabel="Stay"
      onClose={() => blocker.reset()}
    >
      {children}
    </ConfirmDialog>
  )
}
