import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { baseExtensions, readOnlyExtensions } from './extensions.ts'
import { maskBadges } from './marks/mask-badges.ts'

export interface YamlDiffOptions {
  before: string
  after: string
  beforeLabel: string
  afterLabel: string
  /** Side by side, or one above the other on narrow screens. */
  isSideBySide: boolean
  /** Whether to show unchanged lines too. */
  isWhole: boolean
}

// The default limit of 500 characters reports many small edits as one change of the whole text.
const diffConfig = { scanLimit: 20_000, timeout: 500 }

const diffTheme = EditorView.theme({
  '&.cm-merge-b .cm-changedLine, .cm-insertedLine, &.cm-merge-b .cm-insertedLine': {
    backgroundColor: 'var(--yaml-added)',
  },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk, .cm-deletedLine': { backgroundColor: 'var(--yaml-removed)' },
  '&.cm-merge-b .cm-changedText, .cm-insertedLine .cm-changedText': { background: 'var(--yaml-added-strong)' },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': { background: 'var(--yaml-removed-strong)' },
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: '"…"' },
  '.cm-collapsedLines': { color: 'var(--yaml-text)', background: 'var(--yaml-badge)' },
})

function sideExtensions(label: string): Extension {
  // Wrapped, so that a difference at the end of a long line stays visible in its half.
  return [baseExtensions(label, 'yaml'), readOnlyExtensions, maskBadges, diffTheme, EditorView.lineWrapping]
}

export function mountYamlDiff(root: ShadowRoot, options: YamlDiffOptions): MergeView | EditorView {
  const { before, after, beforeLabel, afterLabel, isSideBySide, isWhole } = options
  const lines = { diffConfig, ...(isWhole ? {} : { collapseUnchanged: { margin: 3, minSize: 6 } }) }
  if (isSideBySide) {
    return new MergeView({
      root,
      parent: root,
      ...lines,
      gutter: true,
      a: { doc: before, extensions: sideExtensions(beforeLabel) },
      b: { doc: after, extensions: sideExtensions(afterLabel) },
    })
  }
  const extensions = [
    sideExtensions(afterLabel),
    unifiedMergeView({ original: before, mergeControls: false, ...lines }),
  ]
  return new EditorView({ root, parent: root, state: EditorState.create({ doc: after, extensions }) })
}
