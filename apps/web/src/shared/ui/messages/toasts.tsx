import {
  Alert,
  AlertActionCloseButton,
  AlertActionLink,
  AlertGroup,
} from '@patternfly/react-core/dist/dynamic/components/Alert'
import { useCallback } from 'react'
import { useBeforeUnload } from 'react-router'
import { isDialogOpen } from '../dialogs/is-dialog-open.ts'
import { isTypedIn } from '../keys/is-typed-in.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import './toasts.css'
import { dismissToast, type ShownToast, type Toast, useToasts } from './toast-store.ts'

/** Success messages disappear by themselves; errors stay until they are closed. */
const goodNewsMs = 6_000
/** Users need time to read the message and reach Undo. */
const undoMs = 30_000
/** A pending action waits no longer than this, unless its message is hovered or focused. */
const waitingMs = 10_000

export function Toasts() {
  const { toasts } = useToasts()
  const newest = toasts.findLast(({ undo }) => undo)
  // Messages come last in the order of Tab. Where text is typed, Ctrl Z takes back what was typed.
  useShortcut('z', (event) => {
    if (!newest || isTypedIn(event) || isDialogOpen()) return
    event.preventDefault()
    takeBack(newest)
  })
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
          {...(undo
            ? { actionLinks: <UndoLink hasKey={id === newest?.id} onClick={() => takeBack({ id, undo })} /> }
            : {})}
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

function takeBack({ id, undo }: Pick<ShownToast, 'id' | 'undo'>): void {
  undo?.()
  dismissToast(id)
}

interface UndoLinkProps {
  /** Whether Ctrl Z does the same. */
  hasKey: boolean
  onClick: () => void
}

const UndoLink = ({ hasKey, onClick }: UndoLinkProps) => (
  <AlertActionLink onClick={onClick} {...(hasKey ? { 'aria-keyshortcuts': 'Control+Z' } : {})}>
    Undo
    {hasKey ? (
      <span aria-hidden className="wb-toast-key">
        {' '}
        (Ctrl Z)
      </span>
    ) : null}
  </AlertActionLink>
)
