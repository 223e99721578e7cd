import type { ImportRecordBody } from '@waybill/api-contract'
import { Card, CardBody, CardTitle } from '@patternfly/react-core/dist/dynamic/components/Card'
import { Nothing } from '../../../shared/ui/messages/nothing.tsx'
import { RelativeTime } from '../../../shared/ui/words/relative-time.tsx'
import { createdText, decisionLines, fileText } from './import-record-text.ts'

export function ImportsTab({ records }: { records: readonly ImportRecordBody[] }) {
  if (records.length === 0) {
    return <Nothing title="Not imported">This version was created here, not imported from a file.</Nothing>
  }
  return (
    <div className="wb-flow">
      {records.map((record) => (
        <ImportCard key={record.uid} record={record} />
      ))}
    </div>
  )
}

/** One import: by whom, from which file, with which decisions and result. */
function ImportCard({ record }: { record: ImportRecordBody }) {
  return (
    <Card isCompact component="article">
      <CardTitle component="h2">
        Imported <RelativeTime at={record.at} /> by {record.userEmail}
      </CardTitle>
      <CardBody>
        <dl className="wb-facts wb-import-facts">
          <Lines name="File" lines={[fileText(record)]} />
          <Lines name="Created" lines={[createdText(record)]} />
          <Lines name="Decisions" lines={decisionLines(record.decisions)} />
          <Lines name="Warnings" lines={record.warnings.map(({ message }) => message)} />
        </dl>
      </CardBody>
    </Card>
  )
}

function Lines({ name, lines }: { name: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      {lines.map((line, i) => (
        <dd key={`${i}:${line}`}>{line}</dd>
      ))}
    </div>
  )
}
