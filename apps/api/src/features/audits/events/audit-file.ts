import type { AuditEventBody } from '@waybill/api-contract'
import { stringify } from 'csv-stringify/sync'

export type AuditFileFormat = 'csv' | 'jsonl'

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
  details: ({ details }) => details.map(({ name, values }) => `${name}: ${values.join(' ')}`).join(', '),
  note: ({ userMessage }) => userMessage,
  requestUid: ({ requestUid }) => requestUid,
  uid: ({ uid }) => uid,
}

// What a spreadsheet would take for a formula is escaped: names are what anybody typed.
const csvOf = (rows: readonly (readonly string[])[]) =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true },
  )

/** What stands before the events. */
export const fileHead = (format: AuditFileFormat): string => (format === 'csv' ? csvOf([Object.keys(COLUMNS)]) : '')

/** Events as lines of the file. */
export const fileLines = (format: AuditFileFormat, events: readonly AuditEventBody[]): string =>
  format === 'csv'
    ? csvOf(events.map((event) => Object.values(COLUMNS).map((read) => read(event))))
    : events.map((event) => `${JSON.stringify(event)}\n`).join('')
