import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useCallback, useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { DocumentFormat } from '@waybill/profile-format'
import { CodeFrame } from './code-frame.tsx'
import { SearchButton } from './search-button.tsx'
import { CopyButton } from '../buttons/copy-button.tsx'
import type { EditorJump } from './codemirror/jump.ts'
import type { PlacePick } from './codemirror/marks/place-picks.ts'
import type { ResolveReference } from './codemirror/marks/reference-links.ts'
import { useShadow } from './use-shadow.ts'

interface YamlViewProps {
  text: string
  label: string
  language?: DocumentFormat
  /** Must keep its identity between renders, else the view is rebuilt. */
  resolveReference?: ResolveReference
  maxHeight?: string
  /** Where to move the caret; a new object moves it again. */
  jump?: EditorJump | null
  /** Called with the range that the user selected. */
  onPick?: (pick: PlacePick) => void
}

/**
 * A read-only text with line numbers and copy, and with search and folding if it has several lines; the editor is
 * loaded on demand.
 */
export function YamlView({
  text,
  label,
  language = 'yaml',
  resolveReference,
  maxHeight = '32rem',
  jump = null,
  onPick,
}: YamlViewProps) {
  const navigate = useNavigate()
  const start = useRef(text)
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  }, [onPick])
  const canPick = onPick !== undefined
  const load = useCallback(async () => {
    const { mountYamlView } = await import('./codemirror/view-mount.ts')
    return (root: ShadowRoot) =>
      mountYamlView(root, {
        text: start.current,
        label,
        language,
        resolveReference,
        onPick: canPick ? (place) => pick.current?.(place) : undefined,
        onFollow: (href) => void navigate(href),
      })
  }, [label, language, resolveReference, canPick, navigate])
  const { handle, frame } = useShadow(load)
  useEffect(() => {
    start.current = text
    handle?.setText(text)
  }, [handle, text])

  useEffect(() => {
    if (jump) handle?.jumpTo(jump)
  }, [handle, jump])

  const hasLines = text.trimEnd().includes('\n')
  return (
    <CodeFrame
      label={label}
      {...frame}
      maxHeight={maxHeight}
      actions={
        <span>
          {hasLines && (
            <>
              <SearchButton handle={handle} />
              <Button variant="link" size="sm" onClick={() => handle?.foldAll()}>
                Fold all
              </Button>
              <Button variant="link" size="sm" onClick={() => handle?.unfoldAll()}>
                Unfold all
              </Button>
            </>
          )}
          <CopyButton text={text} />
        </span>
      }
    />
  )
}
