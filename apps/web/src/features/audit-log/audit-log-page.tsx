import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { AuditChoicesBody, AuditEventsBody, AuditFilter } from '@waybill/api-contract'
import { useState } from 'react'
import { NoHit } from '../../shared/ui/list/no-hit.tsx'
import { Nothing } from '../../shared/ui/messages/nothing.tsx'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import { useList } from '../../shared/ui/list/use-list.ts'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { AuditTable } from './audit-table.tsx'
import { ExportAuditsDialog } from './export/export-audits-dialog.tsx'
import { AuditToolbar } from './filters/audit-toolbar.tsx'
import { auditList, type AuditQuery, type ChangeAudits } from './filters/audit-query.ts'
import { useMoreEvents, useNearScreen } from './use-more-events.ts'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import './audit-log.css'

interface AuditLogPageProps {
  query: AuditQuery
  filter: Partial<AuditFilter>
  page: AuditEventsBody
  choices: AuditChoicesBody
}

/** Who did what and when, to which object, from where, and with which outcome. */
export function AuditLogPage({ query, filter, page, choices }: AuditLogPageProps) {
  const list = useList(auditList, query)
  const [isExporting, setIsExporting] = useState(false)
  return (
    <PageSection isFilled>
      <PageHead heading="Audit log" help="audit" note={keptWords(choices.keptDays)}>
        <Button variant="secondary" onClick={() => setIsExporting(true)}>
          Export
        </Button>
      </PageHead>
      <AuditToolbar list={list} choices={choices} page={page} />
      {page.items.length === 0 ? (
        <NothingFound query={query} onChange={list.change} />
      ) : (
        <Events page={page} filter={filter} onChange={list.change} />
      )}
      {isExporting ? <ExportAuditsDialog filter={filter} page={page} onClose={() => setIsExporting(false)} /> : null}
    </PageSection>
  )
}

const keptWords = (days: number): string =>
  days === 0 ? 'Events are kept for ever.' : `Events are kept for ${days.toLocaleString()} days.`

interface EventsProps {
  page: AuditEventsBody
  filter: Partial<AuditFilter>
  onChange: ChangeAudits
}

function Events({ page, filter, onChange }: EventsProps) {
  const { items, hasMore, error, isLoading, readOn } = useMoreEvents(page, filter)
  const nearEnd = useNearScreen(() => void (error === null && readOn()))
  return (
    <>
      <AuditTable events={items} onChange={onChange} />
      {hasMore ? (
        <div className="wb-audit-more" ref={nearEnd}>
          {error ? <p role="alert">{failureLine(error)}</p> : null}
          <Button variant="link" isLoading={isLoading} isDisabled={isLoading} onClick={() => void readOn()}>
            Show older events
          </Button>
        </div>
      ) : (
        <p className="wb-audit-more wb-subtle">Nothing older.</p>
      )}
    </>
  )
}

function NothingFound({ query, onChange }: Pick<AuditLogPageProps, 'query'> & Pick<EventsProps, 'onChange'>) {
  return auditList.hasFilters(query) ? (
    <NoHit title="No event matches" onClear={() => onChange(auditList.noFilters)}>
      No event of this log fits all of the filters.
      {query.search === '' ? null : <p>Names are matched in full and with their capitals: type the whole name.</p>}
    </NoHit>
  ) : (
    <Nothing title="Nothing happened yet">
      Changes, exports, sign-ins and refusals will be listed here, the newest first.
    </Nothing>
  )
}
