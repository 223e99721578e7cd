import { Button } from '@patternfly/react-core'
import { type MouseEvent, useCallback } from 'react'
import { useNavigate } from 'react-router'
import { YamlCodeFrame } from './yaml-code-frame.tsx'
import { YamlCopyButton } from './yaml-copy-button.tsx'
import type { CodeLanguage } from './yaml-extensions.ts'
import type { ResolveReference } from './yaml-references.ts'
import { useShadow } from './yaml-shadow.ts'

interface YamlViewProps {
  text: string
  label: string
  language?: CodeLanguage
  /** Must keep its identity between renders, else the view is built anew. */
  resolveReference?: ResolveReference
  maxHeight?: string
}

function linkOf(event: MouseEvent): string | null {
  const link = event.nativeEvent.composedPath().find((target) => target instanceof HTMLAnchorElement)
  return link instanceof HTMLAnchorElement ? link.getAttribute('href') : null
}

/** A read-only text with line numbers, folding, search and copy; the editor loads when this is drawn. */
export function YamlView({ text, label, language = 'yaml', resolveReference, maxHeight = '32rem' }: YamlViewProps) {
  const navigate = useNavigate()
  const load = useCallback(async () => {
    const { mountYamlView } = await import('./yaml-view-mount.ts')
    return (root: ShadowRoot) => mountYamlView(root, { text, label, language, resolveReference })
  }, [text, label, language, resolveReference])
  const { hostRef, handle, hasFailed } = useShadow(load)

  const handleClick = (event: MouseEvent) => {
    const href = linkOf(event)
    if (href === null || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    void navigate(href)
  }

  return (
    // The links inside are links by themselves; this only keeps them within the page.
    <div onClick={handleClick}>
      <YamlCodeFrame
        label={label}
        hostRef={hostRef}
        isReady={handle !== null}
        hasFailed={hasFailed}
        maxHeight={maxHeight}
        actions={
          <span>
            <Button variant="link" size="sm" onClick={() => handle?.search()}>
              Search
            </Button>
            <Button variant="link" size="sm" onClick={() => handle?.foldAll()}>
              Fold all
            </Button>
            <Button variant="link" size="sm" onClick={() => handle?.unfoldAll()}>
              Unfold all
            </Button>
            <YamlCopyButton text={text} />
          </span>
        }
      />
    </div>
  )
}
