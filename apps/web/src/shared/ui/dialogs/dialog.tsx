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
  /** Whether it warns about a loss; screen readers then read the content with the title. */
  isWarning?: boolean
  /** Why the server refused; announced by screen readers. */
  refusal?: ApiError | string | null | undefined
  /** The buttons; without any, the dialog only shows something. */
  actions?: ReactNode
  closeLabel?: string
  /** Whether the action is running; the dialog cannot be closed meanwhile. */
  isBusy?: boolean
  /** Whether the content cannot be shown again; then only the dialog's button closes it. */
  isShownOnce?: boolean
  /** Shown beside the actions. */
  foot?: ReactNode
  /** Whether the content scrolls, so that the keyboard must be able to reach it. */
  isScrolled?: boolean
  className?: string
  children: ReactNode
  onClose: () => void
}

/** A dialog over the page, closed by its buttons, and mostly by Escape or the close button too. */
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
      {/* Last: only a header right after the close button keeps clear of it. */}
      <FirstFocus wanted={isWarning ? 'last' : 'first'} />
    </Modal>
  )
}
