import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import {
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  type ModalProps,
} from '@patternfly/react-core/dist/dynamic/components/Modal'
import type { ApiError } from '@waybill/api-client'
import { type ReactNode, useId } from 'react'
import { failureLine } from '../messages/failure-text.ts'
import { FirstFocus } from './first-focus.tsx'

interface DialogProps extends Pick<ModalProps, 'variant' | 'width'> {
  title: string
  /** Whether it asks about something that is lost; what would be is then read aloud with the title. */
  isWarning?: boolean
  /** What the server refused of it, said aloud. */
  refusal?: ApiError | string | null | undefined
  /** What it leads to; without any it only shows something. */
  actions?: ReactNode
  closeLabel?: string
  /** Whether what it asks for is being done: it stays until it is known what came of that. */
  isBusy?: boolean
  /** Whether what it shows is gone once it is closed: then only its button closes it. */
  isShownOnce?: boolean
  /** Said beside the actions. */
  foot?: ReactNode
  /** Whether what it shows is read by scrolling, which the keyboard must reach too. */
  isScrolled?: boolean
  className?: string
  children: ReactNode
  onClose: () => void
}

/** What lies over a page until it is answered or closed: by its button, and mostly by Escape or the cross too. */
export function Dialog({
  title,
  isWarning = false,
  refusal = null,
  actions,
  closeLabel = 'Cancel',
  isBusy = false,
  isShownOnce = false,
  foot = null,
  isScrolled = false,
  className = '',
  children,
  onClose,
  ...size
}: DialogProps) {
  const id = useId()
  const handleClose = () => {
    if (!isBusy) onClose()
  }
  return (
    <Modal
      isOpen
      variant="small"
      {...size}
      aria-labelledby={`${id}-title`}
      {...(isWarning ? { 'aria-describedby': `${id}-body` } : {})}
      {...(isShownOnce ? {} : { onClose: handleClose })}
    >
      <FirstFocus wanted={isWarning ? 'last' : 'first'} />
      <ModalHeader title={title} labelId={`${id}-title`} {...(isWarning ? { titleIconVariant: 'warning' } : {})} />
      <ModalBody id={`${id}-body`} className={className} {...(isScrolled ? { tabIndex: 0 } : {})}>
        {refusal ? (
          <Alert
            component="p"
            isInline
            variant="danger"
            title={typeof refusal === 'string' ? refusal : failureLine(refusal)}
            role="alert"
            className="wb-refusal"
          />
        ) : null}
        {children}
      </ModalBody>
      <ModalFooter>
        {actions}
        <Button variant={actions === undefined ? 'secondary' : 'link'} isAriaDisabled={isBusy} onClick={handleClose}>
          {closeLabel}
        </Button>
        {foot}
      </ModalFooter>
    </Modal>
  )
}
