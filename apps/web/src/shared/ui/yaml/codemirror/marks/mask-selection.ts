import { MASK } from '@waybill/layer-text'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** Selects a mask when its badge is pressed, so that typing replaces it. */
export const maskSelection: Extension = EditorView.domEventHandlers({
  mousedown: (event, view) => {
    const badge = event.target instanceof Element ? event.target.closest('.cm-mask') : null
    if (badge === null) return false
    const anchor = view.posAtDOM(badge)
    view.dispatch({ selection: { anchor, head: anchor + MASK.length } })
    view.focus()
    event.preventDefault()
    return true
  },
})
