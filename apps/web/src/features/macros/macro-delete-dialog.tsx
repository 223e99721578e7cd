import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core/dist/dynamic/components/Modal'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import type { Macro } from './macro-rows.ts'
import { MacroUsers } from './macro-users.tsx'
import { useMacroChange } from './use-macro-change.ts'

interface MacroDeleteDialogProps {
  macro: Macro
  /** The inherited macro that takes its place, if any. */
  successor: Macro | undefined
  /** Must keep its identity between renders. */
  onClose: () => void
}

/** Asks before a macro is deleted, naming the profiles that use it. */
export function MacroDeleteDialog({ macro, successor, onClose }: MacroDeleteDialogProps) {
  const { answer, isBusy, submit } = useMacroChange(onClose)
  return (
    <Modal isOpen variant="small" aria-labelledby="macro-delete-title" onClose={onClose}>
      <ModalHeader title={`Delete macro ${macro.name}?`} titleIconVariant="warning" labelId="macro-delete-title" />
      <ModalBody>
        {answer?.error ? (
          <Alert component="p" isInline variant="danger" title={failureLine(answer.error)} role="alert" />
        ) : null}
        {macro.usedBy.length === 0 ? <p>No profile uses it.</p> : null}
        {macro.usedBy.length > 0 ? (
          <>
            <p>{macro.usedBy.length === 1 ? 'One profile uses it:' : `${macro.usedBy.length} profiles use it:`}</p>
            <MacroUsers users={macro.usedBy} />
          </>
        ) : null}
        <p>
          {successor
            ? `After that, ${macro.name} of the ${successor.scope} counts here.`
            : macro.usedBy.length > 0
              ? 'After that, references to it resolve to nothing.'
              : null}
        </p>
      </ModalBody>
      <ModalFooter>
        <Button
          variant="danger"
          isLoading={isBusy}
          isDisabled={isBusy}
          onClick={() => submit({ intent: 'delete', name: macro.name, value: '' })}
        >
          Delete
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  )
}
