import type { ChangeSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/** Changes only what differs from the shown text, so that the scroll position is kept. */
export function changeTo({ state }: EditorView, text: string): ChangeSpec {
  const before = state.sliceDoc()
  if (before === text) return []
  const after = state.toText(text)
  const shown = state.doc.toString()
  const wanted = after.toString()
  const shorter = Math.min(shown.length, wanted.length)
  let start = 0
  while (start < shorter && shown[start] === wanted[start]) start += 1
  let kept = 0
  while (kept < shorter - start && shown[shown.length - 1 - kept] === wanted[wanted.length - 1 - kept]) kept += 1
  return { from: start, to: shown.length - kept, insert: after.slice(start, after.length - kept) }
}
