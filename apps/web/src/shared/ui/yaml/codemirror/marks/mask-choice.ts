import { MASK } from '@waybill/layer-text'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** A press on the badge of a mask chooses the mask, so that what is typed next replaces it. */
export const maskChoice: Extension = EditorView.domEventHandlers({
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
