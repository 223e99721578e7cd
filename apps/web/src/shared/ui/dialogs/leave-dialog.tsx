import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { Blocker } from 'react-router'
import { Dialog } from './dialog.tsx'

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
  const leave = (
    <Button variant="danger" onClick={() => blocker.proceed()}>
      Leave
    </Button>
  )
  return (
    <Dialog title={title} isWarning actions={leave} closeLabel="Stay" onClose={() => blocker.reset()}>
      {children}
    </Dialog>
  )
}
