import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DocumentFormat } from '@waybill/profile-format'
import { CodeFrame } from './code-frame.tsx'
import { SearchButton } from './search-button.tsx'
import type { EditorMark } from './codemirror/editor-mount.ts'
import type { EditorJump } from './codemirror/jump.ts'
import type { ListReferences } from './codemirror/marks/reference-completion.ts'
import { counted } from '../words/amounts.ts'
import { useShadow } from './use-shadow.ts'

interface YamlEditorProps {
  /** The initial text; use another `key` to replace it. */
  initialText: string
  label: string
  language: DocumentFormat
  marks: readonly EditorMark[]
  /** Where to move the caret; a new object moves it again. */
  jump: EditorJump | null
  onChange: (text: string) => void
  /** Whether masks in it refer to stored values, and are shown as badges. */
  hasMasks?: boolean
  /** The default: lines that differ get a bar, which shows it. Null if it is not known. */
  defaultText?: string | null
  /** The completions for `{{.spectro.…}}`; must keep its identity between renders. */
  listReferences?: ListReferences
}

/** An editable text with its problems marked; the editor is loaded on demand. Tab leaves it. */
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
  return <CodeFrame label={label} {...frame} maxHeight="28rem" actions={actions} />
}
