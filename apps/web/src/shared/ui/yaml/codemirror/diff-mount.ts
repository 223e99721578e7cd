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

export interface YamlDiffHandle {
  destroy: () => void
}

// The default limit of 500 characters reports many small edits as one change of the whole text.
const diffConfig = { scanLimit: 20_000, timeout: 500 }
const collapsed = { collapseUnchanged: { margin: 3, minSize: 6 } }

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

function mountSideBySide(root: ShadowRoot, options: YamlDiffOptions): YamlDiffHandle {
  return new MergeView({
    root,
    parent: root,
    diffConfig,
    ...(options.isWhole ? {} : collapsed),
    gutter: true,
    a: { doc: options.before, extensions: sideExtensions(options.beforeLabel) },
    b: { doc: options.after, extensions: sideExtensions(options.afterLabel) },
  })
}

function mountUnified(root: ShadowRoot, options: YamlDiffOptions): YamlDiffHandle {
  const extensions = [
    sideExtensions(options.afterLabel),
    unifiedMergeView({
      original: options.before,
      mergeControls: false,
      diffConfig,
      ...(options.isWhole ? {} : collapsed),
    }),
  ]
  return new EditorView({ root, parent: root, state: EditorState.create({ doc: options.after, extensions }) })
}

export function mountYamlDiff(root: ShadowRoot, options: YamlDiffOptions): YamlDiffHandle {
  return options.isSideBySide ? mountSideBySide(root, options) : mountUnified(root, options)
}
