import { openSearchPanel } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { DocumentFormat } from '@waybill/profile-format'
import { baseExtensions, readOnlyExtensions } from './extensions.ts'
import { type FoundRange, foundRanges, setFound } from './marks/found-ranges.ts'
import { type PlacePick, placePicks } from './marks/place-picks.ts'
import { changeTo } from './text-change.ts'

export interface FileContent {
  text: string
  found: readonly FoundRange[]
  /** The selected range. */
  chosen: FoundRange | null
}

export interface FileViewOptions {
  label: string
  language: DocumentFormat
  onPick: (pick: PlacePick) => void
}

export interface FileViewHandle {
  show: (content: FileContent) => void
  jumpTo: (offset: number) => void
  search: () => void
  destroy: () => void
}

/** A read-only preview of a file, with findings in colour. */
export function mountFileView(root: ShadowRoot, { label, language, onPick }: FileViewOptions): FileViewHandle {
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      extensions: [
        baseExtensions(label, language),
        readOnlyExtensions,
        // One separator, so that positions in the editor are positions in the file.
        EditorState.lineSeparator.of('\n'),
        // In JSON, a whole text is a single line.
        EditorView.lineWrapping,
        foundRanges,
        placePicks(onPick),
      ],
    }),
  })
  return {
    show: ({ text, found, chosen }) =>
      view.dispatch({
        changes: changeTo(view, text),
        effects: setFound.of({ ranges: found, chosen }),
      }),
    jumpTo: (offset) => {
      const anchor = Math.min(offset, view.state.doc.length)
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
    },
    search: () => openSearchPanel(view),
    destroy: () => view.destroy(),
  }
}
