import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection'
import { Spinner } from '@patternfly/react-core/dist/dynamic/components/Spinner'
import { useMemo, useState } from 'react'
import { fileSize } from '../../../shared/ui/words/amounts.ts'
import type { EditorMark } from '../../../shared/ui/yaml/codemirror/editor-mount.ts'
import type { EditorJump } from '../../../shared/ui/yaml/codemirror/jump.ts'
import { YamlEditor } from '../../../shared/ui/yaml/yaml-editor.tsx'
import type { ImportSource, Reading, Upload } from '../state/import-stage.ts'
import { useImport } from '../state/import-store.ts'
import { ReadingProblems } from './reading-problems.tsx'
import { summarise } from './source-summary.ts'
import { useFilePlace } from './use-file-place.ts'

type FinishedReading = Exclude<Reading, { state: 'reading' }>

/** The last finished reading. It stays while the text is read again, so that nothing flickers during typing. */
function useLastReading(reading: Reading): FinishedReading | null {
  const [last, setLast] = useState<FinishedReading | null>(null)
  if (reading.state !== 'reading' && reading !== last) setLast(reading)
  return reading.state === 'reading' ? last : reading
}

const marksOf = ({ problems }: FinishedReading): readonly EditorMark[] =>
  problems.flatMap(({ position, severity, message }) =>
    position ? [{ offset: position.offset, severity, message }] : [],
  )

/** A file that cannot be parsed opens at its first problem; the focus stays where it is. */
function firstJump({ state, problems }: FinishedReading): EditorJump | null {
  const offset = state === 'refused' ? problems.find(({ position }) => position)?.position?.offset : undefined
  return offset === undefined ? null : { offset, isFocused: false }
}

/** The uploaded file: what it is, its problems, and its text to correct. */
export function UploadedFile({ upload }: { upload: Upload }) {
  const { source, reading } = upload
  const last = useLastReading(reading)
  const dropSource = useImport((state) => state.dropSource)
  return (
    <section aria-label="Uploaded file" className="wb-flow">
      <p className="wb-file">
        <strong>{source.isPasted ? 'Pasted text' : source.fileName}</strong> <span>{fileSize(source.bytes)}</span>
        {source.original === null && !source.isPasted ? <span>edited here</span> : null}
        <Button variant="link" isInline onClick={dropSource}>
          Remove
        </Button>
      </p>
      {source.isOneOfSeveral ? <p>Only {source.fileName} was taken: one file is imported at a time.</p> : null}
      <ReadingVerdict upload={upload} />
      {last ? <FoundText key={source.text === '' ? 'none' : 'text'} source={source} last={last} /> : null}
    </section>
  )
}

function FoundText({ source, last }: { source: ImportSource; last: FinishedReading }) {
  const editText = useImport((state) => state.editText)
  const place = useImport((state) => state.filePlace)
  const [isOpen, setIsOpen] = useState(last.state === 'refused' || place !== null)
  const [jump, setJump] = useState(() => firstJump(last))
  const marks = useMemo(() => marksOf(last), [last])
  useFilePlace({ text: source.text, format: last.format, onFound: setJump })
  const handleJump = (offset: number) => {
    setIsOpen(true)
    setJump({ offset, isFocused: true })
  }
  const hasText = source.text !== ''
  return (
    <>
      {last.problems.length > 0 ? (
        <ReadingProblems problems={last.problems} onJump={hasText ? handleJump : null} />
      ) : null}
      {hasText ? (
        <ExpandableSection
          toggleText={isOpen ? 'Hide the text' : 'Show the text'}
          isExpanded={isOpen}
          onToggle={(_event, isExpanded) => setIsOpen(isExpanded)}
        >
          {isOpen ? (
            <YamlEditor
              initialText={source.text}
              label="Text of the file"
              language={last.format}
              marks={marks}
              jump={jump}
              onChange={editText}
            />
          ) : null}
        </ExpandableSection>
      ) : null}
    </>
  )
}

function ReadingVerdict({ upload: { reading } }: { upload: Upload }) {
  return (
    <div role="status" aria-live="polite">
      {reading.state === 'reading' ? (
        <span className="wb-file">
          <Spinner size="md" aria-label="Reading" /> Reading the file
        </span>
      ) : null}
      {reading.state === 'refused' ? (
        <Alert component="p" isInline variant="danger" title="This file cannot be imported as it is" />
      ) : null}
      {reading.state === 'read' ? (
        <Alert component="p" isInline variant="success" title={summarise(reading.document, reading.format)} />
      ) : null}
    </div>
  )
}
