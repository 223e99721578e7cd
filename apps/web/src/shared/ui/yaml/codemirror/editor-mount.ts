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
import { maskChoice } from './marks/mask-choice.ts'
import { type ListReferences, referenceCompletion } from './marks/reference-completion.ts'

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
  /** What `{{.spectro.…}}` is completed with. */
  listReferences?: ListReferences | undefined
  onChange: (text: string) => void
  /** In how many places the text differs from its default. */
  onDefaultChanges: (count: number) => void
}

export interface YamlEditorHandle {
  setMarks: (marks: readonly EditorMark[]) => void
  jumpTo: (jump: EditorJump) => void
  search: () => void
  /** What the text is compared with; null where no default is known. */
  setDefault: (text: string | null) => void
  showNextChange: () => void
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
        defaultGutter(options.onDefaultChanges),
        lineEndsOf(options.text),
        options.hasMasks ? [maskBadges, maskChoice] : [],
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
