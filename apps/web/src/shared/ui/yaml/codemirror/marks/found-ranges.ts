import { type Extension, RangeSetBuilder, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

/** What the export does with a finding. */
export type FoundLook = 'masked' | 'clear' | 'possible'

export interface FoundRange {
  start: number
  end: number
  look: FoundLook
}

export const setFound = StateEffect.define<{ ranges: readonly FoundRange[]; chosen: FoundRange | null }>()

const words = { masked: 'Masked', clear: 'Left in clear', possible: 'Possibly a secret' } as const

function markOf(look: FoundLook, isChosen: boolean): Decoration {
  return Decoration.mark({
    class: `cm-found cm-found-${look}${isChosen ? ' cm-found-chosen' : ''}`,
    attributes: { title: words[look] },
  })
}

const marks = {
  masked: [markOf('masked', false), markOf('masked', true)],
  clear: [markOf('clear', false), markOf('clear', true)],
  possible: [markOf('possible', false), markOf('possible', true)],
} as const satisfies Record<FoundLook, readonly Decoration[]>

function decorationsOf(doc: Text, ranges: readonly FoundRange[], chosen: FoundRange | null): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const range of ranges.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const end = Math.min(range.end, doc.length)
    const isChosen = chosen?.start === range.start && chosen.end === range.end
    if (range.start < end) builder.add(range.start, end, marks[range.look][isChosen ? 1 : 0])
  }
  return builder.finish()
}

/** Colours the findings in a text. */
export const foundRanges: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (decorations, { effects, state, changes }) => {
    const effect = effects.find((each) => each.is(setFound))
    return effect ? decorationsOf(state.doc, effect.value.ranges, effect.value.chosen) : decorations.map(changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})
