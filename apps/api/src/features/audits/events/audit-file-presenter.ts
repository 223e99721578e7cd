import type { AuditEventBody } from '@waybill/api-contract'
import { stringify } from 'csv-stringify/sync'
import { inOneLine } from '../audit-words.ts'
import { toAuditEvent } from './audit-event-presenter.ts'
import type { AuditBatch } from './audit-event-service.ts'

type AuditFileFormat = 'csv' | 'jsonl'

const COLUMNS: Readonly<Record<string, (event: AuditEventBody) => string>> = {
  at: ({ at }) => at,
  outcome: ({ outcome }) => outcome,
  action: ({ action }) => action,
  summary: ({ summary }) => summary,
  person: ({ actor }) => actor.email,
  personUid: ({ actor }) => actor.uid,
  via: ({ via }) => via,
  address: ({ address }) => address,
  project: ({ project }) => project?.name ?? '',
  projectUid: ({ project }) => project?.uid ?? '',
  objectKind: ({ object }) => object.kind,
  object: ({ object }) => object.name,
  objectUid: ({ object }) => object.uid,
  details: ({ details }) => inOneLine(details),
  note: ({ userMessage }) => userMessage,
  requestUid: ({ requestUid }) => requestUid,
  uid: ({ uid }) => uid,
}

// Escapes what a spreadsheet would take for a formula, since anybody can choose a name. The library does not escape
// line feeds.
const csvOf = (rows: readonly (readonly string[])[]) =>
  stringify(
    rows.map((row) => row.map((cell) => (cell.startsWith('\n') ? `'${cell}` : cell))),
    { escape_formulas: true },
  )

/** The lines of a file of events, one batch at a time. */
export async function* fileLines(format: AuditFileFormat, batches: AsyncIterable<AuditBatch>): AsyncGenerator<string> {
  if (format === 'csv') yield csvOf([Object.keys(COLUMNS)])
  for await (const { rows, names } of batches) {
    if (rows.length > 0)
      yield linesOf(
        format,
        rows.map((row) => toAuditEvent(row, names)),
      )
  }
}

const linesOf = (format: AuditFileFormat, events: readonly AuditEventBody[]): string =>
  format === 'csv'
    ? csvOf(events.map((event) => Object.values(COLUMNS).map((read) => read(event))))
    : events.map((event) => `${JSON.stringify(event)}\n`).join('')
