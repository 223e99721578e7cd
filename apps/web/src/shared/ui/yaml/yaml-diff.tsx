import { useCallback, useSyncExternalStore } from 'react'
import { CodeFrame } from './code-frame.tsx'
import { useShadow } from './use-shadow.ts'

interface YamlDiffProps {
  before: string
  after: string
  beforeLabel: string
  afterLabel: string
  maxHeight?: string
  /** Whether to show one above the other even if there is room for both. */
  isOneColumn?: boolean
  /** Whether to show unchanged lines too. */
  isWhole?: boolean
}

const WIDE = '(min-width: 60rem)'

function subscribeToWidth(onChange: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

/** Two texts with their differences, side by side if there is room; the editor is loaded on demand. */
export function YamlDiff({
  before,
  after,
  beforeLabel,
  afterLabel,
  maxHeight = '32rem',
  isOneColumn = false,
  isWhole = false,
}: YamlDiffProps) {
  const isWide = useSyncExternalStore(subscribeToWidth, () => window.matchMedia(WIDE).matches)
  const isSideBySide = isWide && !isOneColumn
  const load = useCallback(async () => {
    const { mountYamlDiff } = await import('./codemirror/diff-mount.ts')
    return (root: ShadowRoot) => mountYamlDiff(root, { before, after, beforeLabel, afterLabel, isSideBySide, isWhole })
  }, [before, after, beforeLabel, afterLabel, isSideBySide, isWhole])
  const { frame } = useShadow(load)
  return <CodeFrame label={`${beforeLabel} → ${afterLabel}`} {...frame} maxHeight={maxHeight} />
}
