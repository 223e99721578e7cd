import { history, historyKeymap } from '@codemirror/commands'
import { openSearchPanel } from '@codemirror/search'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap } from '@codemirror/view'
import type { DocumentFormat } from '@waybill/profile-format'
import { baseExtensions } from './extensions.ts'
import { type EditorJump, jumpTo } from './jump.ts'
import { lineEndsOf } from './line-ends.ts'
import { maskBadges } from './mask-badges.ts'
import { maskChoice } from './mask-choice.ts'

/** A mark at one place of the text; `offset` counts UTF-16 units from 0. */
export interface EditorMark {
  offset: number
  severity: 'error' | 'warning'
  message: string
}

export interface YamlEditorOptions {
  text: string
  label: string
  language: DocumentFormat
  /** Whether masks in it stand for what is stored, and are drawn as badges. */
  hasMasks: boolean
  onChange: (text: string) => void
}

export interface YamlEditorHandle {
  setMarks: (marks: readonly EditorMark[]) => void
  jumpTo: (jump: EditorJump) => void
  search: () => void
  destroy: () => void
}

function toDiagnostic(state: EditorState, mark: EditorMark): Diagnostic {
  const from = Math.min(mark.offset, state.doc.length)
  const line = state.doc.lineAt(from)
  // One character at least, and never over the line's end, or a compact file would be marked as a whole.
  return {
    from,
    to: Math.min(from + 1, Math.max(line.to, from)),
    severity: mark.severity,
    message: mark.message,
  }
}

/** An editable text with marks of problems beside it. */
export function mountYamlEditor(root: ShadowRoot, options: YamlEditorOptions): YamlEditorHandle {
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        baseExtensions(options.label, options.language),
        history(),
        lintGutter(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        keymap.of([...historyKeymap, ...lintKeymap]),
        lineEndsOf(options.text),
        options.hasMasks ? [maskBadges, maskChoice] : [],
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.sliceDoc())
        }),
      ],
    }),
  })
  return {
    setMarks: (marks) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          marks.map((mark) => toDiagnostic(view.state, mark)),
        ),
      ),
    jumpTo: (jump) => jumpTo(view, jump),
    search: () => openSearchPanel(view),
    destroy: () => view.destroy(),
  }
}
