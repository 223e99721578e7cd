import type { Blocker } from 'react-router'
import { ConfirmDialog } from './confirm-dialog.tsx'

interface LeaveDialogProps {
  blocker: Blocker
  /** `Leave this import?` */
  title: string
  /** What would be lost. */
  children: string
}

/** Asks once before something started is left. */
export function LeaveDialog({ blocker, title, children }: LeaveDialogProps) {
  if (blocker.state !== 'blocked') return null
  return (
    <ConfirmDialog
      title={title}
      action="Leave"
      onConfirm={() => blocker.proceed()}
      closeLabel="Stay"
      onClose={() => blocker.reset()}
    >
      {children}
    </ConfirmDialog>
  )
}
