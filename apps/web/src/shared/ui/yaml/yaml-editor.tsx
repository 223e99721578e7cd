import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DocumentFormat } from '@waybill/profile-format'
import { YamlCodeFrame } from './code-frame.tsx'
import { SearchButton } from './search-button.tsx'
import type { EditorMark } from './codemirror/editor-mount.ts'
import type { EditorJump } from './codemirror/jump.ts'
import type { ListReferences } from './codemirror/marks/reference-completion.ts'
import { counted } from '../words/amounts.ts'
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
  /** What stands there by default: lines that differ get a bar, which shows it. Null where it is not known. */
  defaultText?: string | null
  /** What `{{.spectro.…}}` is completed with; must keep its identity between renders. */
  listReferences?: ListReferences
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
  listReferences,
  defaultText = null,
}: YamlEditorProps) {
  const [defaultChanges, setDefaultChanges] = useState(0)
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
      mountYamlEditor(root, {
        text: start.current.text,
        label,
        language,
        hasMasks,
        listReferences,
        onChange: onTyped,
        onDefaultChanges: setDefaultChanges,
      })
  }, [label, language, hasMasks, listReferences])
  const { handle, frame } = useShadow(load)

  useEffect(() => handle?.setMarks(marks), [handle, marks])
  useEffect(() => handle?.setDefault(defaultText), [handle, defaultText])
  useEffect(() => {
    if (jump) handle?.jumpTo(jump)
  }, [handle, jump])

  const actions = (
    <span>
      {defaultChanges > 0 && (
        <Button variant="link" size="sm" onClick={() => handle?.showNextChange()}>
          {counted(defaultChanges, 'change from default', 'changes from default')}
        </Button>
      )}
      <SearchButton handle={handle} />
    </span>
  )
  return <YamlCodeFrame label={label} {...frame} maxHeight="28rem" actions={actions} />
}
