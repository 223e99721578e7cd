import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core/dist/dynamic/components/Modal'
import type { Blocker } from 'react-router'

/** Asks once before a started import is left. */
export function LeaveDialog({ blocker }: { blocker: Blocker }) {
  if (blocker.state !== 'blocked') return null
  return (
    <Modal
      isOpen
      variant="small"
      aria-labelledby="leave-title"
      aria-describedby="leave-body"
      onClose={() => blocker.reset()}
    >
      <ModalHeader title="Leave this import?" labelId="leave-title" />
      <ModalBody id="leave-body">Nothing was imported yet. The file and your decisions are not kept.</ModalBody>
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
