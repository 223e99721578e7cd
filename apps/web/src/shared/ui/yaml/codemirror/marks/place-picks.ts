import type { Extension } from '@codemirror/state'
import { drawSelection, EditorView } from '@codemirror/view'

/** A range selected by the user, in characters of the text; equal ends are a caret. */
export interface PlacePick {
  start: number
  end: number
  /** Where a context menu was requested on the screen. */
  menuAt?: { x: number; y: number }
}

/** Reports ranges selected by click, selection or arrow keys, and requests for a context menu. */
export function placePicks(onPick: (pick: PlacePick) => void): Extension {
  return [
    // Read-only text has no visible caret of its own, so keyboard users could not see where they are.
    drawSelection(),
    EditorView.updateListener.of(({ state, selectionSet, transactions, view }) => {
      if (selectionSet && transactions.some((each) => each.isUserEvent('select'))) {
        onPick(pickOf(view, state.selection.main))
      }
    }),
    EditorView.domEventHandlers({ contextmenu: (event, view) => askForMenu(event, view, onPick) }),
  ]
}

function askForMenu(event: MouseEvent, view: EditorView, onPick: (pick: PlacePick) => void): boolean {
  const { main } = view.state.selection
  // The menu key presses no button: its menu is for the place at the caret.
  const isByKey = event.button !== 2
  const clicked = isByKey ? main.head : view.posAtCoords({ x: event.clientX, y: event.clientY })
  if (clicked === null) return false
  const isInSelection = clicked >= main.from && clicked <= main.to
  const chosen = isInSelection ? main : { from: clicked, to: clicked }
  if (!isInSelection) view.dispatch({ selection: { anchor: clicked } })
  const caret = view.coordsAtPos(clicked)
  const menuAt = isByKey && caret ? { x: caret.left, y: caret.bottom } : { x: event.clientX, y: event.clientY }
  onPick({ ...pickOf(view, chosen), menuAt })
  event.preventDefault()
  return true
}

/** In characters of the original text: the editor counts every line end as one character. */
function pickOf({ state }: EditorView, { from, to }: { from: number; to: number }): PlacePick {
  const breakLength = state.lineBreak.length
  const offsetOf = (position: number) => position + (state.doc.lineAt(position).number - 1) * (breakLength - 1)
  return { start: offsetOf(from), end: offsetOf(to) }
}
