import { operations } from '@waybill/api-contract/operations'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../platform/errors/app-error.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route, type PlatformRoutes } from '../../platform/http/route.ts'
import { listMeta, readPage } from '../../platform/lists/paging.ts'
import { type ApiKeyChange, keysFor } from './api-key-policy.ts'
import { toApiKey, toConsoleApiKey } from './api-key-presenter.ts'
import { findApiKey, listApiKeys } from './api-key-repository.ts'
import { countConsoleKeys, listConsoleKeys, readKeysQuestion } from './console-api-key-repository.ts'
import { changeApiKey, createApiKeyFor, deleteApiKey, readExpiry } from './api-key-service.ts'

const { apiKeys } = operations

export const apiKeyRoutes: PlatformRoutes = async (app, { platform: { now } }) => {
  route(app, apiKeys.list, async ({ tenantDb, caller }) => {
    const keys = await listApiKeys(tenantDb, keysFor(caller, 'apiKey.list'))
    return { items: keys.map(toApiKey) }
  })

  route(app, apiKeys.listInConsole, async ({ tenantDb, caller, query }) => {
    const page = readPage(query)
    const own = { userUid: caller.userUid }
    const where = readKeysQuestion(query, query.owner === 'anybody' ? keysFor(caller, 'apiKey.list') : own)
    const items = (await listConsoleKeys(tenantDb, where, page)).map(toConsoleApiKey)
    return { items, listmeta: listMeta(page, await countConsoleKeys(tenantDb, where)) }
  })

  route(app, apiKeys.create, async ({ tenantDb, caller, body: { metadata, spec } }, reply) => {
    const wanted = {
      name: metadata.name,
      labels: metadata.labels ?? {},
      annotations: metadata.annotations ?? {},
      userUid: spec?.userUid ?? '',
      expiresAt: readExpiry(spec?.expiry, now()) ?? null,
    }
    const { uid, apiKey, auditUid } = await createApiKeyFor({ db: tenantDb, caller }, wanted)
    sendAuditUid(reply, auditUid)
    return { apiKey, uid }
  })

  route(app, apiKeys.get, async ({ tenantDb, caller, params: { uid } }) => {
    const key = await findApiKey(tenantDb, keysFor(caller, 'apiKey.get'), uid)
    if (!key) throw new AppError('ResourceNotFound')
    return toApiKey(key)
  })

  route(app, apiKeys.delete, async ({ tenantDb, caller, params: { uid } }, reply) => {
    const owner = keysFor(caller, 'apiKey.delete')
    const auditUid = await deleteApiKey({ db: tenantDb, caller }, { owner, uid })
    sendAuditUid(reply, auditUid)
  })

  route(app, apiKeys.update, async (request, reply) => {
    const { metadata, spec } = request.body
    await change(request, reply, {
      name: metadata?.name || undefined,
      labels: metadata?.labels ?? undefined,
      annotations: metadata?.annotations ?? undefined,
      expiresAt: readExpiry(spec?.expiry, now()),
    })
  })

  for (const setState of [apiKeys.patchState, apiKeys.putState]) {
    route(app, setState, async (request, reply) => change(request, reply, { isActive: request.body.isActive }))
  }
}

type KeyRequest = FastifyRequest<{ Params: { uid: string } }>

async function change({ tenantDb, caller, params: { uid } }: KeyRequest, reply: FastifyReply, wanted: ApiKeyChange) {
  const owner = keysFor(caller, 'apiKey.update')
  const auditUid = await changeApiKey({ db: tenantDb, caller }, { owner, uid, change: wanted })
  sendAuditUid(reply, auditUid)
}
