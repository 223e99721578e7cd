import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core/dist/dynamic/components/Modal'
import type { Blocker } from 'react-router'

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
    <Modal
      isOpen
      variant="small"
      aria-labelledby="leave-title"
      aria-describedby="leave-body"
      onClose={() => blocker.reset()}
    >
      <ModalHeader title={title} labelId="leave-title" />
      <ModalBody id="leave-body">{children}</ModalBody>
      <ModalFooter>
        <Button variant="danger" onClick={() => blocker.proceed()}>
          Leave
        </Button>
        <Button variant="link" onClick={() => blocker.reset()}>
          Stay
        </Button>
      </ModalFooter>
    </Modal>
  )
}
