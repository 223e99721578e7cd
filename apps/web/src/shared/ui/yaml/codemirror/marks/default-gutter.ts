import { Chunk } from '@codemirror/merge'
import { type EditorState, type Extension, StateEffect, StateField, Text } from '@codemirror/state'
import { EditorView, gutter, GutterMarker, keymap, showTooltip, type Tooltip } from '@codemirror/view'

/** Large, very different texts are compared less precisely, to stay fast. */
const DIFF = { scanLimit: 20_000, timeout: 100 }

interface Compared {
  /** Null if the default is not known. */
  original: Text | null
  chunks: readonly Chunk[]
}

const setOriginal = StateEffect.define<Text | null>()
const setTip = StateEffect.define<Tooltip | null>()

const chunksOf = (original: Text | null, doc: Text): readonly Chunk[] =>
  original === null ? [] : Chunk.build(original, doc, DIFF)

const compared = StateField.define<Compared>({
  create: () => ({ original: null, chunks: [] }),
  update: (value, transaction) => {
    const effect = transaction.effects.find((each) => each.is(setOriginal))
    if (effect) return { original: effect.value, chunks: chunksOf(effect.value, transaction.newDoc) }
    if (!transaction.docChanged || value.original === null) return value
    const { original, chunks } = value
    return { original, chunks: Chunk.updateB(chunks, original, transaction.newDoc, transaction.changes, DIFF) }
  },
})

/** Shows the default text at the caret, until caret or text change. */
const tip = StateField.define<Tooltip | null>({
  create: () => null,
  update: (shown, transaction) => {
    const effect = transaction.effects.find((each) => each.is(setTip))
    if (effect) return effect.value
    return transaction.docChanged || transaction.selection ? null : shown
  },
  provide: (field) => showTooltip.from(field),
})

/** The chunk that a line belongs to; a deletion belongs to the line after it. */
function chunkAt(state: EditorState, line: { from: number; to: number }): Chunk | undefined {
  return state.field(compared).chunks.find(({ fromB, toB }) => {
    const isGone = fromB === toB
    return isGone ? placeOfGone(state, fromB) === line.from : fromB <= line.to && toB > line.from
  })
}

const placeOfGone = ({ doc }: EditorState, at: number) => doc.lineAt(Math.min(at, doc.length)).from

class ChangedMarker extends GutterMarker {
  readonly isGone: boolean
  constructor(isGone: boolean) {
    super()
    this.isGone = isGone
  }
  override eq(other: ChangedMarker): boolean {
    return this.isGone === other.isGone
  }
  override toDOM(): HTMLElement {
    const bar = document.createElement('div')
    bar.className = this.isGone ? 'cm-changed-bar cm-changed-gone' : 'cm-changed-bar'
    bar.title = this.isGone
      ? 'The default has lines here. Click to see them.'
      : 'Changed from default. Click to see it.'
    return bar
  }
}

const CHANGED = new ChangedMarker(false)
const GONE = new ChangedMarker(true)

function tipOf(state: EditorState, chunk: Chunk): Tooltip {
  const { original } = state.field(compared)
  const text = original?.sliceString(chunk.fromA, chunk.endA) ?? ''
  return {
    pos: Math.min(chunk.fromB, state.doc.length),
    // Below the text, so that the button for the next change is not covered.
    above: false,
    create: () => {
      const dom = document.createElement('div')
      dom.className = 'cm-default'
      dom.setAttribute('role', 'status')
      const title = dom.appendChild(document.createElement('strong'))
      title.textContent = text === '' ? 'The default has nothing here.' : 'Default'
      if (text !== '') dom.appendChild(document.createElement('pre')).textContent = text
      return { dom }
    },
  }
}

function toggleTip(view: EditorView, chunk: Chunk | undefined): boolean {
  if (!chunk) return false
  const isShown = view.state.field(tip) !== null
  view.dispatch({ effects: setTip.of(isShown ? null : tipOf(view.state, chunk)) })
  return true
}

/** Moves the caret to the next change from the default and shows it; after the last comes the first. */
export function showNextChange(view: EditorView): void {
  const { chunks } = view.state.field(compared)
  const { head } = view.state.selection.main
  const isShown = view.state.field(tip) !== null
  const next = chunks.find(({ fromB }) => fromB > head || (fromB === head && !isShown)) ?? chunks[0]
  if (!next) return
  const anchor = Math.min(next.fromB, view.state.doc.length)
  view.dispatch({
    selection: { anchor },
    effects: [setTip.of(tipOf(view.state, next)), EditorView.scrollIntoView(anchor, { y: 'center' })],
  })
  view.focus()
}

/** Sets the default to compare with. */
export function setDefaultText(view: EditorView, text: string | null): void {
  const original = text === null ? null : Text.of(text.split(/\r\n?|\n/))
  view.dispatch({ effects: setOriginal.of(original) })
}

const looks = EditorView.theme({
  '.cm-changed-gutter': { width: '0.5rem', cursor: 'pointer' },
  '.cm-changed-bar': { height: '100%', borderInlineStart: '4px solid var(--yaml-link)' },
  '.cm-changed-gone': { height: '4px', borderInlineStartWidth: '8px' },
  '.cm-default': { maxHeight: '14rem', overflow: 'hidden' },
  '.cm-default pre': { margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
})

/** Marks lines that differ from the default with a bar; a click shows the default, and Escape hides it. */
export function defaultGutter(onCount: (count: number) => void): Extension {
  return [
    compared,
    tip,
    gutter({
      class: 'cm-changed-gutter',
      lineMarker: (view, line) => {
        const chunk = chunkAt(view.state, line)
        return chunk ? (chunk.fromB === chunk.toB ? GONE : CHANGED) : null
      },
      lineMarkerChange: (update) => update.startState.field(compared) !== update.state.field(compared),
      domEventHandlers: { mousedown: (view, line) => toggleTip(view, chunkAt(view.state, line)) },
    }),
    keymap.of([
      {
        key: 'Escape',
        run: (view) => {
          if (view.state.field(tip) === null) return false
          view.dispatch({ effects: setTip.of(null) })
          return true
        },
      },
    ]),
    EditorView.updateListener.of(({ startState, state }) => {
      const [before, now] = [startState, state].map((each) => each.field(compared).chunks.length)
      if (before !== now) onCount(now ?? 0)
    }),
    looks,
  ]
}
