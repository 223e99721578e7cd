import {
  Alert,
  AlertActionCloseButton,
  AlertActionLink,
  AlertGroup,
} from '@patternfly/react-core/dist/dynamic/components/Alert'
import { useCallback, useEffect } from 'react'
import { useBeforeUnload } from 'react-router'
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
  useUndoKey(toasts.findLast(({ undo }) => undo))
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
          {...(undo ? { actionLinks: <UndoLink onClick={() => takeBack({ id, undo })} /> } : {})}
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

function UndoLink({ onClick }: { onClick: () => void }) {
  return (
    <AlertActionLink onClick={onClick} aria-keyshortcuts="Control+Z">
      Undo<span aria-hidden> (Ctrl Z)</span>
    </AlertActionLink>
  )
}

/** Where text is typed, Ctrl Z takes back what was typed. */
const TYPED_IN = 'input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]'

/** Messages come last in the order of Tab, so the newest that can be undone also answers Ctrl Z. */
function useUndoKey(newest: ShownToast | undefined): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      if (!newest || (event.target instanceof Element && event.target.closest(TYPED_IN))) return
      event.preventDefault()
      takeBack(newest)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [newest])
}
