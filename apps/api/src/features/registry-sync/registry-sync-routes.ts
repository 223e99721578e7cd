import { commonErrorResponses, registrySyncQuerySchema, registrySyncStatusSchema } from '@waybill/api-contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { presentSyncStatus } from './status/sync-status-presenter.ts'
import { createSyncRequestRepository } from './request/sync-request-repository.ts'
import { requestSync, type RequestingSync } from './request/sync-request-service.ts'

type Options = Pick<RequestingSync, 'jobs'>

/** Clients ask every OCI registry for the status under `basic`, ecr ones too (clients.md §1). */
const KINDS = [
  { kind: 'pack', path: '/v1/registries/pack/:uid' },
  { kind: 'helm', path: '/v1/registries/helm/:uid' },
  { kind: 'oci', path: '/v1/registries/oci/:uid/basic' },
  { kind: 'oci', path: '/v1/registries/oci/:uid/ecr' },
] as const

const REFUSALS = { 'not-found': 'ResourceNotFound', 'not-supported': 'NotSupported' } as const
const params = z.object({ uid: z.string().max(300) })

/** Palette's operations; registries belong to the tenant whatever project a request names. */
export const registrySyncRoutes: FastifyPluginAsyncZod<Options> = async (app, { jobs }) => {
  for (const { kind, path } of KINDS) {
    app.post(
      `${path}/sync`,
      {
        config: { access: { permission: 'packRegistry.update' }, scope: 'tenant' },
        schema: {
          tags: ['registries'],
          summary: 'Starts reading the registry into the catalogue, or joins the run that is not over',
          params,
          querystring: registrySyncQuerySchema,
          response: { 202: z.string().max(0).describe('No body'), ...commonErrorResponses },
        },
      },
      async (request, reply) => {
        const { tenantDb: db, caller, params, query } = request
        await findOfKind(request, params.uid, kind)
        const wanted = { registryUid: params.uid, trigger: 'request', isForced: query.forceSync === 'true' } as const
        const result = await requestSync({ db, caller, jobs }, wanted)
        if (result.kind !== 'requested') throw new AppError(REFUSALS[result.kind])
        return sendAuditUid(reply, result.auditUid).code(202).send('')
      },
    )
    app.get(
      `${path}/sync/status`,
      {
        config: { access: { permission: 'packRegistry.get' } },
        schema: {
          tags: ['registries'],
          summary: 'How far the newest run is',
          params,
          response: { 200: registrySyncStatusSchema, ...commonErrorResponses },
        },
      },
      async (request) => {
        const { registry, newest } = await findOfKind(request, request.params.uid, kind)
        return presentSyncStatus(registry, newest)
      },
    )
  }
}

/** A registry of another kind is not at this address. */
async function findOfKind({ tenantDb }: FastifyRequest, uid: string, kind: string) {
  const found = await createSyncRequestRepository(tenantDb).findRegistry(uid)
  if (found?.registry.kind !== kind) throw new AppError('ResourceNotFound')
  return found
}
