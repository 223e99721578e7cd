import {
  Alert,
  AlertActionCloseButton,
  AlertActionLink,
  AlertGroup,
} from '@patternfly/react-core/dist/dynamic/components/Alert'
import './toasts.css'
import { dismissToast, useToasts } from './toast-store.ts'

/** Good news goes by itself; bad news stays until it is closed. */
const goodNewsMs = 6_000
/** Who wants to take something back has to read and reach it first. */
const undoMs = 30_000
/** What waits to be done does not wait longer than that, unless somebody is at the message: hovered or focused, it stays. */
const waitingMs = 10_000

export function Toasts() {
  const { toasts } = useToasts()
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

function leave(id: number, onGone: (() => void) | undefined): void {
  dismissToast(id)
  onGone?.()
}

function UndoLink({ undo, onDone }: { undo: () => void; onDone: () => void }) {
  const handleUndo = () => {
    undo()
    onDone()
  }
  return <AlertActionLink onClick={handleUndo}>Undo</AlertActionLink>
}
