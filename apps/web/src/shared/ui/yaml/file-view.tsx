import { useCallback, useEffect, useRef } from 'react'
import type { DocumentFormat } from '@waybill/profile-format'
import { CodeFrame } from './code-frame.tsx'
import { SearchButton } from './search-button.tsx'
import type { FileContent } from './codemirror/file-mount.ts'
import type { PlacePick } from './codemirror/marks/place-picks.ts'
import { useShadow } from './use-shadow.ts'

interface FileViewProps {
  content: FileContent
  label: string
  language: DocumentFormat
  /** The place to show; a new object shows it again. */
  jump: { offset: number } | null
  maxHeight: string
  onPick: (pick: PlacePick) => void
}

/** A preview of a file, with findings in colour; the editor is loaded on demand. */
export function FileView({ content, label, language, jump, maxHeight, onPick }: FileViewProps) {
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  }, [onPick])
  const load = useCallback(async () => {
    const { mountFileView } = await import('./codemirror/file-mount.ts')
    return (root: ShadowRoot) => mountFileView(root, { label, language, onPick: (place) => pick.current(place) })
  }, [label, language])
  const { handle, frame } = useShadow(load)

  useEffect(() => handle?.show(content), [handle, content])
  useEffect(() => {
    if (jump) handle?.jumpTo(jump.offset)
  }, [handle, jump])

  return <CodeFrame label={label} {...frame} maxHeight={maxHeight} actions={<SearchButton handle={handle} />} />
}
