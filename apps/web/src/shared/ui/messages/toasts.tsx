import {
  Alert,
  AlertActionCloseButton,
  AlertActionLink,
  AlertGroup,
} from '@patternfly/react-core/dist/dynamic/components/Alert'
import { useCallback } from 'react'
import { useBeforeUnload } from 'react-router'
import './toasts.css'
import { dismissToast, useToasts, type Toast } from './toast-store.ts'

/** Success messages disappear by themselves; errors stay until they are closed. */
const goodNewsMs = 6_000
/** Users need time to read the message and reach Undo. */
const undoMs = 30_000
/** A pending action waits no longer than this, unless its message is hovered or focused. */
const waitingMs = 10_000

export function Toasts() {
  const { toasts } = useToasts()
  const isAnyWaiting = toasts.some(({ onGone }) => onGone !== undefined)
  // What waits lives in the page alone, and is not done where that is left.
  useBeforeUnload(
    useCallback(
      (event: BeforeUnloadEvent) => {
        if (isAnyWaiting) event.preventDefault()
      },
      [isAnyWaiting],
    ),
  )
  return (
    <AlertGroup isToast isLiveRegion className="wb-toasts">
      {toasts.map(({ id, kind, title, undo, onGone }) => (
        <Alert
          key={id}
          variant={kind}
          title={title}
          timeout={kind === 'danger' ? false : onGone ? waitingMs : undo ? undoMs : goodNewsMs}
          onTimeout={() => leave(id, onGone)}
          {...(undo ? { actionLinks: <UndoLink undo={undo} onDone={() => dismissToast(id)} /> } : {})}
          actionClose={<AlertActionCloseButton title={title} onClose={() => leave(id, onGone)} />}
        />
      ))}
    </AlertGroup>
  )
}

function leave(id: number, onGone: Toast['onGone']): void {
  dismissToast(id)
  void onGone?.()
}

function UndoLink({ undo, onDone }: { undo: () => void; onDone: () => void }) {
  const handleUndo = () => {
    undo()
    onDone()
  }
  return <AlertActionLink onClick={handleUndo}>Undo</AlertActionLink>
}
