import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { AngleDownIcon } from '@patternfly/react-icons/dist/esm/icons/angle-down-icon'
import { AngleRightIcon } from '@patternfly/react-icons/dist/esm/icons/angle-right-icon'
import type { AuditEventBody, AuditOutcome } from '@waybill/api-contract'
import { useId, useState } from 'react'
import { useScope } from '../../shared/session/scope-context.ts'
import { Cell, Row, Table } from '../../shared/ui/list/table.tsx'
import { RelativeTime } from '../../shared/ui/words/relative-time.tsx'
import { AuditDetails } from './audit-details.tsx'
import { outcomeName } from './audit-words.ts'
import type { ChangeAudits } from './filters/audit-query.ts'

interface AuditTableProps {
  events: readonly AuditEventBody[]
  onChange: ChangeAudits
}

export function AuditTable({ events, onChange }: AuditTableProps) {
  const isTenant = useScope().kind === 'tenant'
  return (
    <Table label="Events" head={['What', 'Who', ...(isTenant ? ['Project'] : []), 'Outcome', 'When']}>
      {events.map((event) => (
        <EventRows key={event.uid} event={event} isTenant={isTenant} onChange={onChange} />
      ))}
    </Table>
  )
}

interface EventRowsProps {
  event: AuditEventBody
  isTenant: boolean
  onChange: ChangeAudits
}

function EventRows({ event, isTenant, onChange }: EventRowsProps) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <>
      <Row>
        <Cell label="What" className="wb-audit-what">
          <Button
            variant="link"
            isInline
            icon={isOpen ? <AngleDownIcon /> : <AngleRightIcon />}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
          >
            {event.summary}
          </Button>
        </Cell>
        <Cell label="Who" className="wb-breakable">
          {actorWords(event)}
        </Cell>
        {isTenant ? (
          <Cell label="Project">{event.project?.name ?? <span className="wb-subtle">Tenant</span>}</Cell>
        ) : null}
        <Cell label="Outcome">
          <OutcomeLabel outcome={event.outcome} />
        </Cell>
        <Cell label="When" isNowrap>
          <RelativeTime at={event.at} />
        </Cell>
      </Row>
      <tr className="pf-v6-c-table__tr wb-audit-opened" id={id} hidden={!isOpen}>
        <td className="pf-v6-c-table__td" colSpan={isTenant ? 5 : 4}>
          {isOpen ? <AuditDetails event={event} onChange={onChange} /> : null}
        </td>
      </tr>
    </>
  )
}

const actorWords = ({ actor }: AuditEventBody) =>
  actor.name || actor.email || <span className="wb-subtle">The server itself</span>

const COLOURS = { succeeded: 'green', refused: 'orange', failed: 'red' } as const

const OutcomeLabel = ({ outcome }: { outcome: AuditOutcome }) => (
  <Label isCompact color={COLOURS[outcome]} variant={outcome === 'succeeded' ? 'outline' : 'filled'}>
    {outcomeName(outcome)}
  </Label>
)
