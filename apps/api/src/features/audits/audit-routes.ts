import {
  auditSchema,
  auditsQuerySchema,
  auditsSchema,
  auditSysMsgSchema,
  auditUserMsgSchema,
  commonErrorResponses,
} from '@waybill/api-contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { listMeta, readPage } from '../../platform/http/lists/paging.ts'
import { toAudit, toSysMsg } from './audit-presenter.ts'
import { findAudit, readAudits, readNames, setUserMessage } from './audit-repository.ts'

const tags = ['audits']
const params = z.object({ uid: z.string().max(64) })

export const auditRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/audits',
    {
      config: { access: { permission: 'audit.list' }, scope: 'header-project' },
      schema: {
        tags,
        summary: 'What happened, newest first: in the project, or in the whole tenant',
        querystring: auditsQuerySchema,
        response: { 200: auditsSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, query: { limit, offset, continue: token, ...filter } }) => {
      const page = readPage({ limit, offset, continue: token })
      const { events, count } = await readAudits(tenantDb, caller, { filter, page })
      const context = { names: await readNames(tenantDb, events), org: caller.tenantName }
      return { items: events.map((event) => toAudit(event, context)), listmeta: listMeta(page, count) }
    },
  )

  app.get(
    '/v1/audits/:uid',
    {
      config: { access: { permission: 'audit.get' } },
      schema: {
        tags,
        summary: 'An event of the audit log',
        params,
        response: { 200: auditSchema, ...commonErrorResponses },
      },
    },
    async (request) => {
      const event = await getAudit(request)
      const names = await readNames(request.tenantDb, [event])
      return toAudit(event, { names, org: request.caller.tenantName })
    },
  )

  await app.register(auditMessageRoutes)
}

async function getAudit({ tenantDb, caller, params: { uid } }: FastifyRequest<{ Params: { uid: string } }>) {
  const event = await findAudit(tenantDb, caller, uid)
  if (!event) throw new AppError('ResourceNotFound')
  return event
}

const auditMessageRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/audits/:uid/sysMsg',
    {
      config: { access: { permission: 'audit.get' } },
      schema: {
        tags,
        summary: 'An event of the audit log in words',
        params,
        response: { 200: auditSysMsgSchema, ...commonErrorResponses },
      },
    },
    async (request) => toSysMsg(await getAudit(request)),
  )

  // Clients know the uid of what they just did from the header AuditUid, whether they may read the log or not.
  app.patch(
    '/v1/audits/:uid/userMsg',
    {
      config: { access: 'signed-in', scope: 'tenant' },
      schema: {
        tags,
        summary: 'Adds what the actor of an event has to say about it; of others nobody can',
        params,
        body: auditUserMsgSchema,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, params: { uid }, body }, reply) => {
      const wanted = { uid, actorUid: caller.userUid, userMessage: body.userMsg }
      if (await setUserMessage(tenantDb, wanted)) return reply.code(204).send(null)
      const maySee = caller.tenantPermissions.has('audit.get') && (await findAudit(tenantDb, caller, uid)) !== null
      throw new AppError(maySee ? 'Forbidden' : 'ResourceNotFound')
    },
  )
}
