import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { listMeta, readPage } from '../../platform/http/lists/paging.ts'
import { route } from '../../platform/http/route.ts'
import { toAudit, toSysMsg } from './audit-presenter.ts'
import { findAudit, readAudits, readNames, setUserMessage } from './audit-repository.ts'

const { audits } = operations

export const auditRoutes: FastifyPluginAsync = async (app) => {
  route(app, audits.list, async ({ tenantDb, caller, query: { limit, offset, continue: token, ...filter } }) => {
    const page = readPage({ limit, offset, continue: token })
    const { events, count } = await readAudits(tenantDb, caller, { filter, page })
    const context = { names: await readNames(tenantDb, events), org: caller.tenantName }
    return { items: events.map((event) => toAudit(event, context)), listmeta: listMeta(page, count) }
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
    const maySee = caller.tenantPermissions.has('audit.get') && (await findAudit(tenantDb, caller, uid)) !== null
    throw new AppError(maySee ? 'Forbidden' : 'ResourceNotFound')
  })
}

async function getAudit({ tenantDb, caller, params: { uid } }: FastifyRequest<{ Params: { uid: string } }>) {
  const event = await findAudit(tenantDb, caller, uid)
  if (!event) throw new AppError('ResourceNotFound')
  return event
}
