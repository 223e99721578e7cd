import { EditorView } from '@codemirror/view'

/** Where to move the caret, and whether to move the focus too. */
export interface EditorJump {
  offset: number
  isFocused: boolean
}

export function jumpTo(view: EditorView, { offset, isFocused }: EditorJump): void {
  const anchor = Math.min(offset, view.state.doc.length)
  view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center', x: 'center' }) })
  if (isFocused) view.focus()
}
