import {
  apiKeyInputSchema,
  apiKeySchema,
  apiKeysSchema,
  apiKeyStateSchema,
  apiKeyUpdateSchema,
  commonErrorResponses,
  createdApiKeySchema,
} from '@waybill/api-contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import type { Platform } from '../../platform/platform.ts'
import { toApiKey } from './api-key-presenter.ts'
import { createApiKeyStore, findApiKey, listApiKeys } from './api-key-repository.ts'
import {
  changeApiKey,
  createApiKeyFor,
  deleteApiKey,
  keysFor,
  readExpiry,
  type ApiKeyChange,
} from './api-key-service.ts'

type Options = Pick<Platform, 'now'>

const tags = ['api-keys']
/** Everybody has keys; whose they see and change follows from their permissions in the tenant. */
const config = { access: 'signed-in', scope: 'tenant' } as const
const params = z.object({ uid: z.string().max(64) })
const noContent = { 204: z.null(), ...commonErrorResponses }

export const apiKeyRoutes: FastifyPluginAsyncZod<Options> = async (app, { now }) => {
  app.get(
    '/v1/apiKeys',
    {
      config,
      schema: {
        tags,
        summary: 'API keys of the caller, of the whole tenant for its administrators. Never the keys themselves',
        response: { 200: apiKeysSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller }) => {
      const keys = await listApiKeys(tenantDb, keysFor(caller, 'apiKey.list'))
      return { items: keys.map(toApiKey) }
    },
  )

  app.post(
    '/v1/apiKeys',
    {
      config,
      schema: {
        tags,
        summary: 'Makes an API key and shows it this once',
        body: apiKeyInputSchema,
        response: { 201: createdApiKeySchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, body: { metadata, spec } }, reply) => {
      const wanted = {
        name: metadata.name,
        labels: metadata.labels ?? {},
        annotations: metadata.annotations ?? {},
        userUid: spec?.userUid ?? '',
        expiresAt: readExpiry(spec?.expiry, now()) ?? null,
      }
      const { uid, apiKey, auditUid } = await tenantDb.$transaction((tx) =>
        createApiKeyFor(createApiKeyStore(tx, caller), caller, wanted),
      )
      return sendAuditUid(reply, auditUid).code(201).send({ apiKey, uid })
    },
  )

  await app.register(apiKeyOfUidRoutes)
  await app.register(apiKeyChangeRoutes, { now })
}

const apiKeyOfUidRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/apiKeys/:uid',
    {
      config,
      schema: {
        tags,
        summary: 'An API key. Never the key itself',
        params,
        response: { 200: apiKeySchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, params: { uid } }) => {
      const key = await findApiKey(tenantDb, keysFor(caller, 'apiKey.get'), uid)
      if (!key) throw new AppError('ResourceNotFound')
      return toApiKey(key)
    },
  )

  app.delete(
    '/v1/apiKeys/:uid',
    { config, schema: { tags, summary: 'Deletes an API key: it is refused from now on', params, response: noContent } },
    async ({ tenantDb, caller, params: { uid } }, reply) => {
      const owner = keysFor(caller, 'apiKey.delete')
      const auditUid = await tenantDb.$transaction((tx) => deleteApiKey(createApiKeyStore(tx, caller), owner, uid))
      return sendAuditUid(reply, auditUid).code(204).send(null)
    },
  )
}

const apiKeyChangeRoutes: FastifyPluginAsyncZod<Options> = async (app, { now }) => {
  app.put(
    '/v1/apiKeys/:uid',
    {
      config,
      schema: {
        tags,
        summary: 'Changes name, labels, annotations and expiry of an API key; what is not sent stays',
        params,
        body: apiKeyUpdateSchema,
        response: noContent,
      },
    },
    async (request, reply) => {
      const { metadata, spec } = request.body
      return change(request, reply, {
        name: metadata?.name || undefined,
        labels: metadata?.labels ?? undefined,
        annotations: metadata?.annotations ?? undefined,
        expiresAt: readExpiry(spec?.expiry, now()),
      })
    },
  )

  const stateRoutes = [
    ['PATCH', '/v1/apiKeys/:uid'],
    ['PUT', '/v1/apiKeys/:uid/state'],
  ] as const
  for (const [method, url] of stateRoutes) {
    app.route({
      method,
      url,
      config,
      schema: {
        tags,
        summary: 'Switches an API key off, so that it is refused, or on again',
        params,
        body: apiKeyStateSchema,
        response: noContent,
      },
      handler: (request, reply) => change(request, reply, { isActive: request.body.isActive }),
    })
  }
}

type KeyRequest = FastifyRequest<{ Params: { uid: string } }>

async function change({ tenantDb, caller, params: { uid } }: KeyRequest, reply: FastifyReply, wanted: ApiKeyChange) {
  const owner = keysFor(caller, 'apiKey.update')
  const auditUid = await tenantDb.$transaction((tx) =>
    changeApiKey(createApiKeyStore(tx, caller), { owner, uid, change: wanted }),
  )
  return sendAuditUid(reply, auditUid).code(204).send(null)
}
