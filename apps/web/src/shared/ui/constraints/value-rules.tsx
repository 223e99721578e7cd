import type { ConsolePackBody } from '@waybill/api-contract'
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Cell, Row, Table } from '../list/table.tsx'
import { patternOfValue, rulesOfValue } from './constraint-words.ts'

type Entry = ConsolePackBody['schema'][number]

/** The rules of schema.yaml for each path. */
export function ValueRules({ entries }: { entries: readonly Entry[] }) {
  return (
    <Table label="Rules for values" head={['Path', 'Type', 'Rules', 'Hints']}>
      {entries.map((entry) => (
        <Row key={entry.name}>
          <Cell label="Path">
            <code className="wb-breakable">{entry.name}</code>
          </Cell>
          <Cell label="Type">{entry.type || 'any'}</Cell>
          <Cell label="Rules">
            <Rules entry={entry} />
          </Cell>
          <Cell label="Hints">{entry.hints.join(' ') || '–'}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function Rules({ entry }: { entry: Entry }) {
  const rules = rulesOfValue(entry)
  const { listOptions } = entry
  const pattern = patternOfValue(entry)
  if (rules.length === 0 && pattern === '' && listOptions.length === 0) return '–'
  return (
    <>
      <span className="wb-rules">
        {rules.map((rule) => (
          <Label key={rule} isCompact variant="outline">
            {rule}
          </Label>
        ))}
      </span>
      {listOptions.length > 0 && <div className="wb-subtle">one of {listOptions.join(', ')}</div>}
      {pattern !== '' && <code className="wb-breakable">{pattern}</code>}
    </>
  )
}
