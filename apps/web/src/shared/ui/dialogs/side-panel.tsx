import { Modal, ModalBody, ModalHeader } from '@patternfly/react-core/dist/dynamic/components/Modal'
import { type ReactNode, useId } from 'react'
import './side-panel.css'

interface SidePanelProps {
  title: string
  children: ReactNode
  onClose: () => void
}

/** A panel on the right over the page, for work that needs room; closed by Escape and its close button. */
export function SidePanel({ title, children, onClose }: SidePanelProps) {
  const id = useId()
  return (
    <Modal isOpen variant="large" className="wb-side-panel" aria-labelledby={id} onClose={onClose}>
      <ModalHeader title={title} labelId={id} />
      <ModalBody tabIndex={0} className="wb-side-panel-body">
        {children}
      </ModalBody>
    </Modal>
  )
}
