import type { Extension } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, MatchDecorator, ViewPlugin, WidgetType } from '@codemirror/view'
import { MASK_RUN } from '@waybill/layer-text'

class MaskBadge extends WidgetType {
  override eq(): boolean {
    return true
  }

  override ignoreEvent({ type }: Event): boolean {
    return type !== 'mousedown'
  }

  override toDOM(): HTMLElement {
    const badge = document.createElement('span')
    badge.className = 'cm-mask'
    badge.textContent = '••••••••'
    badge.title = 'Sensitive, not shown'
    badge.setAttribute('role', 'img')
    badge.setAttribute('aria-label', 'Sensitive, not shown')
    return badge
  }
}

const matcher = new MatchDecorator({
  regexp: MASK_RUN,
  decoration: () => Decoration.replace({ widget: new MaskBadge() }),
})

/** Shows every mask in a text as a badge. */
export const maskBadges: Extension = ViewPlugin.define(
  (view) => {
    let badges: DecorationSet = matcher.createDeco(view)
    return {
      get badges() {
        return badges
      },
      update(update) {
        badges = matcher.updateDeco(update, badges)
      },
    }
  },
  {
    decorations: (plugin) => plugin.badges,
    provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.badges ?? Decoration.none),
  },
)
