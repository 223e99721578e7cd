import type { Blocker } from 'react-router'
import { ConfirmDialog } from './confirm-dialog.tsx'

interface LeaveDialogProps {
  blocker: Blocker
  /** `Leave this import?` */
  title?: string
  /** What would be lost. */
  children?: string
  /** Whether the unsaved work is kept; then leaving is harmless. */
  isKept?: boolean
}

/** Asks before unsaved work is left. */
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
