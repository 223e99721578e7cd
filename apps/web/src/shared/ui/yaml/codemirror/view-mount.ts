import { foldAll, unfoldAll } from '@codemirror/language'
import { openSearchPanel } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { DocumentFormat } from '@waybill/profile-format'
import { baseExtensions, readOnlyExtensions } from './extensions.ts'
import { type EditorJump, jumpTo } from './jump.ts'
import { lineEndsOf } from './line-ends.ts'
import { maskBadges } from './marks/mask-badges.ts'
import { type PlacePick, placePicks } from './marks/place-picks.ts'
import { referenceLinks, type ResolveReference } from './marks/reference-links.ts'
import { changeTo } from './text-change.ts'

export interface YamlViewOptions {
  text: string
  label: string
  language: DocumentFormat
  resolveReference: ResolveReference | undefined
  /** Follows a reference's link within the console. */
  onFollow: (href: string) => void
  /** Absent if there are no actions on a place. */
  onPick: ((pick: PlacePick) => void) | undefined
}

export interface YamlViewHandle {
  setText: (text: string) => void
  jumpTo: (jump: EditorJump) => void
  search: () => void
  foldAll: () => void
  unfoldAll: () => void
  destroy: () => void
}

const linkAt = ({ target }: Event) => (target instanceof Element ? target.closest('a[href]') : null)

function followLinks(onFollow: YamlViewOptions['onFollow']) {
  return EditorView.domEventHandlers({
    // Otherwise the caret moves, the bracket under it is redrawn, and the click has lost its target.
    mousedown: (event) => linkAt(event) !== null,
    click: (event) => {
      const link = linkAt(event)
      if (!link || event.metaKey || event.ctrlKey) return false
      onFollow(link.getAttribute('href') ?? '')
      event.preventDefault()
      return true
    },
  })
}

/** A read-only text. The shadow root keeps the editor's styles working under a policy without inline styles. */
export function mountYamlView(root: ShadowRoot, options: YamlViewOptions): YamlViewHandle {
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        baseExtensions(options.label, options.language),
        readOnlyExtensions,
        lineEndsOf(options.text),
        maskBadges,
        options.resolveReference ? referenceLinks(options.resolveReference) : [],
        followLinks(options.onFollow),
        options.onPick ? placePicks(options.onPick) : [],
      ],
    }),
  })
  return {
    setText: (text) => view.dispatch({ changes: changeTo(view, text) }),
    jumpTo: (jump) => jumpTo(view, jump),
    search: () => openSearchPanel(view),
    foldAll: () => foldAll(view),
    unfoldAll: () => unfoldAll(view),
    destroy: () => view.destroy(),
  }
}
