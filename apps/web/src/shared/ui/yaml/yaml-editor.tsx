import { useCallback, useEffect, useRef } from 'react'
import type { DocumentFormat } from '@waybill/profile-format'
import { YamlCodeFrame } from './code-frame.tsx'
import { SearchButton } from './search-button.tsx'
import type { EditorMark } from './codemirror/editor-mount.ts'
import type { EditorJump } from './codemirror/jump.ts'
import { useShadow } from './use-shadow.ts'

interface YamlEditorProps {
  /** The text to start with; give another `key` to start with another. */
  initialText: string
  label: string
  language: DocumentFormat
  marks: readonly EditorMark[]
  /** Where the caret goes; another object goes there again. */
  jump: EditorJump | null
  onChange: (text: string) => void
  /** Whether masks in it stand for what is stored, and are drawn as badges. */
  hasMasks?: boolean
  maxHeight?: string
}

/** A text to change, with problems marked in it; the editor loads when this is drawn. Tab leaves it. */
export function YamlEditor({
  initialText,
  label,
  language,
  marks,
  jump,
  onChange,
  hasMasks = false,
  maxHeight = '28rem',
}: YamlEditorProps) {
  const start = useRef({ text: initialText, onChange })
  useEffect(() => {
    start.current.onChange = onChange
  }, [onChange])
  const load = useCallback(async () => {
    const { mountYamlEditor } = await import('./codemirror/editor-mount.ts')
    const onTyped = (text: string) => {
      start.current.text = text
      start.current.onChange(text)
    }
    return (root: ShadowRoot) =>
      mountYamlEditor(root, { text: start.current.text, label, language, hasMasks, onChange: onTyped })
  }, [label, language, hasMasks])
  const { handle, frame } = useShadow(load)

  useEffect(() => handle?.setMarks(marks), [handle, marks])
  useEffect(() => {
    if (jump) handle?.jumpTo(jump)
  }, [handle, jump])

  return <YamlCodeFrame label={label} {...frame} maxHeight={maxHeight} actions={<SearchButton handle={handle} />} />
}
