import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useMemo, useState } from 'react'
import type { EditorMark } from '../../../shared/ui/yaml/codemirror/editor-mount.ts'
import type { EditorJump } from '../../../shared/ui/yaml/codemirror/jump.ts'
import { RevealList } from '../../../shared/ui/reveal/reveal-list.tsx'
import { YamlEditor } from '../../../shared/ui/yaml/yaml-editor.tsx'
import { useBuilder, useBuilderStore } from '../state/builder-store.ts'
import type { TextPlace } from '../state/text-places.ts'
import type { PlacedProblem } from './problems/placed-problem.ts'
import { ProblemList } from './problems/problem-list.tsx'
import { useReferenceList } from './use-reference-list.ts'

interface TextEditorProps {
  place: TextPlace
  problems: readonly PlacedProblem[]
  /** The pack's default text; null if it is not known. */
  defaultText: string | null
}

/** One text. Its problems are marked in it and listed below, each linking to its line. */
export function TextEditor({ place, problems, defaultText }: TextEditorProps) {
  const store = useBuilderStore()
  const dispatch = useBuilder((state) => state.dispatch)
  const [initialText] = useState(() => store.getState().texts[place.key] ?? '')
  const jumpTo = useBuilder((state) => state.jumpTo)
  const profileUid = useBuilder((state) => state.profileUid)
  const stored = useBuilder(({ base }) => base[place.key] ?? '')
  const wanted = useBuilder(({ jump }) => (jump?.key === place.key ? jump : null))
  const jump = useMemo((): EditorJump | null => wanted && { offset: wanted.offset, isFocused: true }, [wanted])
  const listReferences = useReferenceList()
  const marks = useMemo(
    () => problems.map(({ offset, message, severity }): EditorMark => ({ offset, message, severity })),
    [problems],
  )
  return (
    <div onBlur={() => dispatch({ type: 'settle' })}>
      <YamlEditor
        initialText={initialText}
        label={place.label}
        language="yaml"
        hasMasks
        listReferences={listReferences}
        defaultText={defaultText}
        marks={marks}
        jump={jump}
        onChange={(text) => dispatch({ type: 'write', texts: { [place.key]: text } })}
      />
      {profileUid !== null && place.layer !== undefined && (
        <RevealList
          isDraft
          profileUid={profileUid}
          text={stored}
          layerName={place.layer}
          {...(place.manifest !== undefined && { manifest: place.manifest })}
        />
      )}
      <ProblemList
        label={`Problems of ${place.label}`}
        problems={problems}
        linkOf={({ offset, line }) => (
          <Button variant="link" isInline onClick={() => jumpTo({ key: place.key, offset })}>
            Line {line}
          </Button>
        )}
      />
    </div>
  )
}
