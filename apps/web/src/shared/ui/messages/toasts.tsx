import {
  Alert,
  AlertActionCloseButton,
  AlertActionLink,
  AlertGroup,
} from '@patternfly/react-core/dist/dynamic/components/Alert'
import { dismissToast, useToasts } from './toast-store.ts'

/** Good news goes by itself; bad news stays until it is closed. */
const goodNewsMs = 8_000
/** Who wants to take something back has to read and reach it first. */
const undoMs = 30_000

export function Toasts() {
  const { toasts } = useToasts()
  return (
    <AlertGroup isToast isLiveRegion>
      {toasts.map(({ id, kind, title, undo }) => (
        <Alert
          key={id}
          variant={kind}
          title={title}
          timeout={kind === 'danger' ? false : undo ? undoMs : goodNewsMs}
          onTimeout={() => dismissToast(id)}
          {...(undo ? { actionLinks: <UndoLink undo={undo} onDone={() => dismissToast(id)} /> } : {})}
          actionClose={<AlertActionCloseButton title={title} onClose={() => dismissToast(id)} />}
        />
      ))}
    </AlertGroup>
  )
}

function UndoLink({ undo, onDone }: { undo: () => void; onDone: () => void }) {
  const handleUndo = () => {
    undo()
    onDone()
  }
  return <AlertActionLink onClick={handleUndo}>Undo</AlertActionLink>
}
