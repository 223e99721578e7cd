import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { ProfileDocument } from '@waybill/profile-format'
import { useMemo, useState } from 'react'
import type { EditorMark } from '../../../../shared/ui/yaml/codemirror/editor-mount.ts'
import { YamlEditor } from '../../../../shared/ui/yaml/yaml-editor.tsx'
import { editValues } from '../../state/import-decisions.ts'
import { useImport } from '../../state/import-store.ts'
import { messagesOf, type ValidateRow } from '../validate-rows.ts'
import { RemedyRow } from '../remedy-row.tsx'

type ValuesRow = Extract<ValidateRow, { kind: 'values' }>

const placeOf = ({ layer, problems }: ValuesRow) => ({
  path: `spec.template.packs[${layer.index}].values`,
  offset: problems[0]?.position?.offset,
})

/** Values that cannot be imported as they are: edited here, instead of in the file. */
export function ValuesRemedy({ row, document }: { row: ValuesRow; document: ProfileDocument }) {
  const decide = useImport((state) => state.decide)
  const setRowOpen = useImport((state) => state.setRowOpen)
  const editAt = useImport((state) => state.editAt)
  const [isEditing, setIsEditing] = useState(false)
  const { layer, isEdited, problems, id } = row
  const handleUndo = () => {
    setIsEditing(false)
    decide(editValues(layer.index, null))
  }
  const handleDone = () => {
    setIsEditing(false)
    setRowOpen(id, false)
  }
  const isTaken = isEdited && !row.isBlocking
  return (
    <RemedyRow
      row={row}
      place={layer.name}
      sentence={messagesOf(problems) || 'Its values were edited here.'}
      {...(isEditing ? {} : { settled: 'is imported with the values that were edited here.' })}
      onChange={() => setIsEditing(true)}
    >
      {isEditing ? <ValuesEditor row={row} document={document} /> : null}
      <p className="wb-tools">
        {isEditing ? (
          <Button variant="secondary" size="sm" isDisabled={!isTaken} onClick={handleDone}>
            Use these values
          </Button>
        ) : (
          <Button variant="secondary" size="sm" onClick={() => setIsEditing(true)}>
            Edit the values of {layer.name}
          </Button>
        )}
        {isEditing || isEdited ? null : (
          <Button variant="link" size="sm" onClick={() => editAt(placeOf(row))}>
            Change it in the file
          </Button>
        )}
        {isEdited ? (
          <Button variant="link" size="sm" onClick={handleUndo}>
            Take the file’s own again
          </Button>
        ) : null}
      </p>
    </RemedyRow>
  )
}

function ValuesEditor({ row: { layer, problems }, document }: { row: ValuesRow; document: ProfileDocument }) {
  const decide = useImport((state) => state.decide)
  const edited = useImport(({ stage }) => stage.review.decisions.values)
  const [initialText] = useState(edited?.[String(layer.index)] ?? document.packs[layer.index]?.values ?? '')
  // The editor opens with the focus at the first problem.
  const [jump] = useState({ offset: problems[0]?.position?.offset ?? 0, isFocused: true })
  const marks = useMemo(
    () =>
      problems.flatMap(({ position, severity, message }): EditorMark[] =>
        position ? [{ offset: position.offset, severity, message }] : [],
      ),
    [problems],
  )
  return (
    <YamlEditor
      initialText={initialText}
      label={`Values of ${layer.name}`}
      language="yaml"
      marks={marks}
      jump={jump}
      onChange={(text) => decide(editValues(layer.index, text))}
    />
  )
}
