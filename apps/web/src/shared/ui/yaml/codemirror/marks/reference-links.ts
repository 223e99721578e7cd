import type { Extension } from '@codemirror/state'
import { StateEffect, StateField } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  hoverTooltip,
  MatchDecorator,
  showTooltip,
  type Tooltip,
  ViewPlugin,
} from '@codemirror/view'
import type { ReferenceKind } from '@waybill/layer-text'

const KINDS = ['macro', 'system', 'pack', 'var'] as const satisfies readonly ReferenceKind[]
const REFERENCE = new RegExp(String.raw`\{\{-?\s*\.spectro\.(${KINDS.join('|')})\.([A-Za-z0-9_.-]+)[^{}]*\}\}`, 'g')

/** What a reference resolves to here, in one sentence, and where that is defined. */
export interface ReferenceTarget {
  text: string
  href?: string
}

export type ResolveReference = (kind: ReferenceKind, name: string) => ReferenceTarget | null

function targetOf(match: RegExpMatchArray, resolve: ResolveReference): ReferenceTarget | null {
  const [, word, name] = match
  const kind = KINDS.find((each) => each === word)
  return kind !== undefined && name !== undefined ? resolve(kind, name) : null
}

function markOf(target: ReferenceTarget): Decoration {
  const attributes = { 'data-target': target.text, 'aria-description': target.text }
  return target.href === undefined
    ? Decoration.mark({ class: 'cm-reference', attributes: { ...attributes, tabindex: '0', role: 'note' } })
    : Decoration.mark({ tagName: 'a', class: 'cm-reference', attributes: { ...attributes, href: target.href } })
}

function referenceMarks(resolve: ResolveReference): Extension {
  const matcher = new MatchDecorator({
    regexp: REFERENCE,
    decoration: (match) => {
      const target = targetOf(match, resolve)
      return target && markOf(target)
    },
  })
  return ViewPlugin.define(
    (view) => {
      let marks: DecorationSet = matcher.createDeco(view)
      return {
        get marks() {
          return marks
        },
        update(update) {
          marks = matcher.updateDeco(update, marks)
        },
      }
    },
    { decorations: (plugin) => plugin.marks },
  )
}

function tooltipAt(pos: number, text: string): Tooltip {
  return {
    pos,
    above: true,
    create: () => {
      const dom = document.createElement('div')
      dom.textContent = text
      return { dom }
    },
  }
}

function hoverTip(resolve: ResolveReference): Extension {
  return hoverTooltip((view, pos) => {
    const line = view.state.doc.lineAt(pos)
    for (const match of line.text.matchAll(REFERENCE)) {
      const from = line.from + match.index
      const target = pos >= from && pos <= from + match[0].length ? targetOf(match, resolve) : null
      if (target) return { ...tooltipAt(from, target.text), end: from + match[0].length }
    }
    return null
  })
}

const setFocusTip = StateEffect.define<Tooltip | null>()

const focusTip = StateField.define<Tooltip | null>({
  create: () => null,
  update: (tip, transaction) => {
    const effect = transaction.effects.find((candidate) => candidate.is(setFocusTip))
    return effect ? effect.value : tip
  },
  provide: (field) => showTooltip.from(field),
})

const focusEvents = EditorView.domEventHandlers({
  focusin: (event, view) => {
    const text = event.target instanceof HTMLElement ? event.target.dataset['target'] : undefined
    if (text === undefined || !(event.target instanceof HTMLElement)) return
    view.dispatch({ effects: setFocusTip.of(tooltipAt(view.posAtDOM(event.target), text)) })
  },
  focusout: (_event, view) => view.dispatch({ effects: setFocusTip.of(null) }),
})

/** Turns references into links (or notes) that say what they resolve to, for mouse and keyboard. */
export function referenceLinks(resolve: ResolveReference): Extension {
  return [referenceMarks(resolve), hoverTip(resolve), focusTip, focusEvents]
}
