import type { AuditsQuery } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { AppError } from '../../platform/errors/app-error.ts'
import { listMeta, readPage } from '../../platform/lists/paging.ts'
import { route } from '../../platform/http/route.ts'
import { mayReadEvents } from './audit-policy.ts'
import { toAudit, toSysMsg } from './audit-presenter.ts'
import { readCursor, writeCursor } from './audit-cursor.ts'
import { type AuditFilter, countAudits, findAudit, listAudits, readNames, setUserMessage } from './audit-repository.ts'
import { actionsOf } from './audit-words.ts'

const { audits } = operations

export const auditRoutes: FastifyPluginAsync = async (app) => {
  route(app, audits.list, async ({ tenantDb, caller, query: { limit, offset, continue: token, ...filter } }) => {
    const page = readPage({ limit, offset, continue: token })
    const wanted = readFilter(filter)
    const start = page.after === undefined ? { offset: page.offset } : { before: readCursor(page.after) }
    const found = await listAudits(tenantDb, caller, { filter: wanted, limit: page.limit + 1, ...start })
    const events = found.slice(0, page.limit)
    const last = events.at(-1)
    const context = { names: await readNames(tenantDb, events), org: caller.tenantName }
    // Counting stops at a limit; a page beyond it reports the number of events up to its end.
    const seen = page.offset + found.length
    const count = Math.max(seen, await countAudits(tenantDb, caller, { filter: wanted }))
    return {
      items: events.map((event) => toAudit(event, context)),
      listmeta: listMeta(page, found.length === 0 ? page.offset : count, last && writeCursor(last)),
    }
  })

  route(app, audits.get, async (request) => {
    const event = await getAudit(request)
    const names = await readNames(request.tenantDb, [event])
    return toAudit(event, { names, org: request.caller.tenantName })
  })

  route(app, audits.getSysMsg, async (request) => toSysMsg(await getAudit(request)))

  route(app, audits.setUserMsg, async ({ tenantDb, caller, params: { uid }, body }) => {
    const wanted = { uid, actorUid: caller.userUid, userMessage: body.userMsg }
    if (await setUserMessage(tenantDb, wanted)) return
    const maySee = mayReadEvents(caller) && (await findAudit(tenantDb, caller, uid)) !== null
    throw new AppError(maySee ? 'Forbidden' : 'ResourceNotFound')
  })
}

const readFilter = (asked: Omit<AuditsQuery, 'limit' | 'offset' | 'continue'>): AuditFilter => ({
  from: asked.startTime === undefined ? undefined : new Date(asked.startTime),
  to: asked.endTime === undefined ? undefined : new Date(asked.endTime),
  actorUids: asked.userUid ? [asked.userUid] : undefined,
  kinds: asked.resourceKind ? [asked.resourceKind] : undefined,
  actions: asked.actionType ? actionsOf(asked.actionType) : undefined,
  projectUid: asked.projectUid,
  tenantUid: asked.tenantUid,
  objectUid: asked.resourceUid,
})

async function getAudit({ tenantDb, caller, params: { uid } }: FastifyRequest<{ Params: { uid: string } }>) {
  const event = await findAudit(tenantDb, caller, uid)
  if (!event) throw new AppError('ResourceNotFound')
  return event
}
