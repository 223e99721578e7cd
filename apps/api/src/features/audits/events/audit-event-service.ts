import type { AuditEventBody } from '@waybill/api-contract'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import { type AuditCursor, writeCursor } from '../audit-cursor.ts'
import { type AuditFilter, COUNTED, countAudits, listAudits, readNames } from '../audit-repository.ts'
import { toAuditEvent } from './audit-event-presenter.ts'
import { type AuditFileFormat, fileHead, fileLines } from './audit-file.ts'

/** Rows of an export that are in memory at a time. */
const BATCH = 1_000
/** Of an export more is worth counting: its progress is told by it. */
const COUNTED_FOR_EXPORT = 1_000_000

type AuditUse = UseCase<'now'>

interface EventsPage {
  filter: AuditFilter
  limit: number
  before?: AuditCursor | undefined
}

async function readEvents({ db, caller }: Pick<AuditUse, 'db' | 'caller'>, page: EventsPage) {
  const rows = await listAudits(db, caller, { ...page, limit: page.limit + 1 })
  const shown = rows.slice(0, page.limit)
  const names = await readNames(db, shown)
  return {
    items: shown.map((row) => toAuditEvent(row, names)),
    last: rows.length > page.limit ? shown.at(-1) : undefined,
  }
}

export async function listEvents(use: AuditUse, page: EventsPage) {
  const { items, last } = await readEvents(use, page)
  const count = await countAudits(use.db, use.caller, page)
  return { items, next: last ? writeCursor(last) : '', count: Math.min(count, COUNTED), isCountWhole: count <= COUNTED }
}

interface AuditExport {
  /** How many events, or how many were counted where there are more. */
  count: number
  lines: AsyncIterable<string>
}

/** All that happened until now; what happens while it is read is not in it. */
export async function exportEvents(
  use: AuditUse,
  { filter, format }: { filter: AuditFilter; format: AuditFileFormat },
): Promise<AuditExport> {
  const { db, caller, tools } = use
  const now = tools.now()
  const until = { ...filter, to: filter.to && filter.to < now ? filter.to : now }
  const count = await countAudits(db, caller, { filter: until, most: COUNTED_FOR_EXPORT })
  const resource = { kind: 'audit-log', uid: '', name: '' }
  await recordAudit(db, { caller, action: 'export', resource, details: { format, events: count } })
  return { count, lines: linesOf(use, { filter: until, format }) }
}

async function* linesOf(use: AuditUse, { filter, format }: { filter: AuditFilter; format: AuditFileFormat }) {
  yield fileHead(format)
  let before: AuditCursor | undefined
  do {
    const { items, last }: { items: AuditEventBody[]; last: AuditCursor | undefined } = await readEvents(use, {
      filter,
      limit: BATCH,
      before,
    })
    if (items.length > 0) yield fileLines(format, items)
    before = last
  } while (before)
}
