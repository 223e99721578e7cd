import { history, historyKeymap } from '@codemirror/commands'
import { openSearchPanel } from '@codemirror/search'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap } from '@codemirror/view'
import type { DocumentFormat } from '@waybill/profile-format'
import { defaultGutter, setDefaultText, showNextChange } from './marks/default-gutter.ts'
import { baseExtensions } from './extensions.ts'
import { type EditorJump, jumpTo } from './jump.ts'
import { lineEndsOf } from './line-ends.ts'
import { maskBadges } from './marks/mask-badges.ts'
import { maskSelection } from './marks/mask-selection.ts'
import { type ListReferences, referenceCompletion } from './marks/reference-completion.ts'

/** A marked position in the text; `offset` counts UTF-16 units from 0. */
export interface EditorMark {
  offset: number
  severity: 'error' | 'warning'
  message: string
}

export interface YamlEditorOptions {
  text: string
  label: string
  language: DocumentFormat
  /** Whether masks in it refer to stored values, and are shown as badges. */
  hasMasks: boolean
  /** The completions for `{{.spectro.…}}`. */
  listReferences?: ListReferences | undefined
  onChange: (text: string) => void
  /** Called with the number of places where the text differs from its default. */
  onDefaultChanges: (count: number) => void
}

export interface YamlEditorHandle {
  setMarks: (marks: readonly EditorMark[]) => void
  jumpTo: (jump: EditorJump) => void
  search: () => void
  /** The default to compare with; null if it is not known. */
  setDefault: (text: string | null) => void
  showNextChange: () => void
  destroy: () => void
}

function toDiagnostic(state: EditorState, mark: EditorMark): Diagnostic {
  const from = Math.min(mark.offset, state.doc.length)
  const line = state.doc.lineAt(from)
  // At least one character, and not past the end of the line: otherwise a compact file would be marked as a whole.
  return {
    from,
    to: Math.min(from + 1, Math.max(line.to, from)),
    severity: mark.severity,
    message: mark.message,
  }
}

/** An editable text with its problems marked. */
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
        defaultGutter(options.onDefaultChanges),
        lineEndsOf(options.text),
        options.hasMasks ? [maskBadges, maskSelection] : [],
        options.listReferences ? referenceCompletion(options.listReferences) : [],
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
    setDefault: (text) => setDefaultText(view, text),
    showNextChange: () => showNextChange(view),
    destroy: () => view.destroy(),
  }
}
