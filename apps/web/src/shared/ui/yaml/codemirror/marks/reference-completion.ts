import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionSource,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { ReferenceKind } from '@waybill/layer-text'

/** Something that a text can refer to, with what it resolves to here. */
export interface ReferenceOption {
  kind: ReferenceKind
  name: string
  /** Shown beside the name; empty if it is unknown or secret. */
  value: string
  /** One sentence about it. */
  text: string
}

export type ListReferences = () => Promise<readonly ReferenceOption[]>

const BEGUN = /\{\{-?\s*(?:\.[A-Za-z0-9_.-]*)?$/
const NAME_BEHIND = /^[A-Za-z0-9_.-]*/
const CLOSED_BEHIND = /^\s*(?:-?\}\}|\|)/
const MOST_SHOWN = 40
/** As many as are visible without scrolling; the arrow keys reach the others. */
const MOST_ROWS = 8

const KIND_NAMES: Record<ReferenceKind, string> = {
  macro: 'Macros',
  var: 'Variables',
  system: 'About the cluster and where it runs',
  pack: 'Other layers',
}

const KIND_ORDER: readonly ReferenceKind[] = ['var', 'macro', 'system', 'pack']

const shortened = (value: string) => (value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value)

/** Replaces what was typed by the reference, and adds the closing braces if missing. */
function write(label: string, isBegun: boolean): NonNullable<Completion['apply']> {
  // CodeMirror calls it with four arguments.
  return (view, _completion, ...[from, to]: [from: number, to: number]) => {
    const line = view.state.doc.lineAt(to)
    const behind = line.text.slice(to - line.from)
    const end = to + (isBegun ? (NAME_BEHIND.exec(behind)?.[0].length ?? 0) : 0)
    const isClosed = isBegun && CLOSED_BEHIND.test(line.text.slice(end - line.from))
    const text = `${isBegun ? '' : '{{'}${label}${isClosed ? '' : '}}'}`
    view.dispatch({
      changes: { from, to: end, insert: text },
      selection: { anchor: from + text.length },
      userEvent: 'input.complete',
    })
  }
}

/** Offers references after `{{`, and anywhere on Ctrl+Space. */
function referenceSource(list: ListReferences): CompletionSource {
  return async (context: CompletionContext) => {
    const begun = context.matchBefore(BEGUN)
    if (begun === null && !context.explicit) return null
    const options = await list()
    const from = begun === null ? context.pos : begun.from + (begun.text.match(/^\{\{-?\s*/)?.[0].length ?? 0)
    return {
      from,
      validFor: /^\.?[A-Za-z0-9_.-]*$/,
      options: options.map(({ kind, name, value, text }): Completion => {
        const label = `.spectro.${kind}.${name}`
        return {
          label,
          detail: shortened(value),
          info: text,
          apply: write(label, begun !== null),
          section: { name: KIND_NAMES[kind], rank: KIND_ORDER.indexOf(kind) },
        }
      }),
    }
  }
}

const looks = EditorView.theme({
  '.cm-tooltip.cm-tooltip-autocomplete': {
    padding: '0',
    '& > ul': {
      fontFamily: 'var(--pf-t--global--font--family--mono, monospace)',
      maxHeight: 'none',
      maxWidth: '90vw',
      overflow: 'visible',
    },
    '& > ul > li': { padding: '0.2em 0.6em', overflowWrap: 'anywhere' },
    '& > ul > li[aria-selected]': { color: 'var(--yaml-text)', backgroundColor: 'var(--yaml-selection)' },
    '& > ul > completion-section': {
      padding: '0.2em 0.6em',
      color: 'var(--yaml-comment)',
      opacity: '1',
      borderBottom: '1px solid var(--yaml-border)',
    },
  },
  // There is no room beside the list, which shows the value itself.
  '@media (width < 48rem)': { '.cm-completionInfo': { display: 'none' } },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: 'bold' },
  '.cm-completionDetail': { color: 'var(--yaml-string)', fontStyle: 'normal' },
})

/** Completion for `{{.spectro.…}}`: arrows select, Enter accepts, Escape closes; Tab still leaves the text. */
export const referenceCompletion = (list: ListReferences): Extension => [
  autocompletion({ override: [referenceSource(list)], icons: false, maxRenderedOptions: MOST_ROWS }),
  looks,
]
