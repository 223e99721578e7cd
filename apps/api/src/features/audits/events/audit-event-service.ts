import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import { type AuditCursor, writeCursor } from '../audit-cursor.ts'
import {
  type AuditFilter,
  type AuditNames,
  type AuditRow,
  COUNTED,
  countAudits,
  listAudits,
  readNames,
} from '../audit-repository.ts'

/** Rows of an export in memory at a time. */
const BATCH = 1_000
/** An export counts further, because its progress is shown by the count. */
const COUNTED_FOR_EXPORT = 1_000_000

type AuditUse = UseCase<'now'>

/** Events with the names of their users and projects. */
export interface AuditBatch {
  rows: readonly AuditRow[]
  names: AuditNames
}

interface EventsPage {
  filter: AuditFilter
  limit: number
  before?: AuditCursor | undefined
}

async function readBatch({ db, caller }: UseCase, page: EventsPage) {
  const found = await listAudits(db, caller, { ...page, limit: page.limit + 1 })
  const rows = found.slice(0, page.limit)
  const last = found.length > page.limit ? rows.at(-1) : undefined
  return { batch: { rows, names: await readNames(db, rows) } satisfies AuditBatch, last }
}

export async function listEvents(use: AuditUse, page: EventsPage) {
  const { batch, last } = await readBatch(use, page)
  const count = await countAudits(use.db, use.caller, page)
  return { batch, next: last ? writeCursor(last) : '', count: Math.min(count, COUNTED), isCountWhole: count <= COUNTED }
}

interface AuditExport {
  /** The number of events; the counting limit if there are more. */
  count: number
  batches: AsyncIterable<AuditBatch>
}

/** All events up to now; events written during the export are not included. */
export async function exportEvents(
  use: AuditUse,
  { filter, format }: { filter: AuditFilter; format: string },
): Promise<AuditExport> {
  const { db, caller, tools } = use
  const now = tools.now()
  const until = { ...filter, to: filter.to && filter.to < now ? filter.to : now }
  const count = await countAudits(db, caller, { filter: until, most: COUNTED_FOR_EXPORT })
  const resource = { kind: 'audit-log', uid: '', name: '' }
  await recordAudit(db, { caller, action: 'export', resource, details: { format, events: count } })
  return { count, batches: batchesOf(use, until) }
}

async function* batchesOf(use: AuditUse, filter: AuditFilter): AsyncGenerator<AuditBatch> {
  let before: AuditCursor | undefined
  do {
    const { batch, last } = await readBatch(use, { filter, limit: BATCH, before })
    yield batch
    before = last
  } while (before)
}
