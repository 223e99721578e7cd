import { Readable } from 'node:stream'
import type { AuditFilter as AskedFilter } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import { contentDisposition } from '@waybill/profile-format'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { readCursor } from '../audit-cursor.ts'
import type { AuditFilter } from '../audit-repository.ts'
import { readChoices } from './audit-choices-repository.ts'
import { AUDIT_ACTIONS } from '../audit-words.ts'
import { toAuditEvent } from './audit-event-presenter.ts'
import { exportEvents, listEvents } from './audit-event-service.ts'
import { fileLines } from './audit-file-presenter.ts'

const { audits } = operations

/** The log as the console shows it. */
export const auditEventRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)

  route(app, audits.listEvents, async (request) => {
    const { limit, before, ...filter } = request.query
    const start = before === undefined ? undefined : readCursor(before)
    const { batch, ...page } = await listEvents(use(request), { filter: readFilter(filter), limit, before: start })
    return { items: batch.rows.map((row) => toAuditEvent(row, batch.names)), ...page }
  })

  route(app, audits.listChoices, async ({ tenantDb, caller }) => ({
    ...(await readChoices(tenantDb, caller)),
    actions: [...AUDIT_ACTIONS],
    keptDays: platform.config.auditDays,
  }))

  route(app, audits.exportEvents, async (request, reply) => {
    const { format, ...filter } = request.query
    const { count, batches } = await exportEvents(use(request), { filter: readFilter(filter), format })
    const day = platform.now().toISOString().slice(0, 10)
    return reply
      .header('content-disposition', contentDisposition(`audit-log-${day}.${format}`))
      .header('Waybill-Events', String(count))
      .type('application/octet-stream')
      .send(Readable.from(fileLines(format, batches)))
  })
}

const readFilter = ({ from, to, person, kind, action, outcome, object }: AskedFilter): AuditFilter => ({
  from: from === undefined ? undefined : new Date(from),
  to: to === undefined ? undefined : new Date(to),
  actorUids: chosen(person),
  kinds: chosen(kind),
  actions: chosen(action),
  outcomes: chosen(outcome),
  object,
})

/** A filter in which nothing is chosen does not filter. */
const chosen = (values: readonly string[]) => (values.length === 0 ? undefined : values)
