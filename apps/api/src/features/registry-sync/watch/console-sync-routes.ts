import { commonErrorResponses, registrySyncsSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { presentRun } from '../status/sync-run-presenter.ts'
import { createSyncRequestRepository } from '../request/sync-request-repository.ts'
import { cancelSync } from '../request/sync-request-service.ts'
import { createSyncRunListRepository } from './sync-run-list-repository.ts'

const REFUSALS = { 'not-found': 'ResourceNotFound', 'not-running': 'SyncNotRunning' } as const
const params = z.object({ uid: z.string().max(300) })

/** Runs as the console shows and cancels them. */
export const consoleSyncRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/console/registries/:uid/syncs',
    {
      config: { access: { permission: 'packRegistry.get' } },
      schema: {
        tags: ['console'],
        summary: 'The last 20 syncs of a registry, newest first; the newest with what failed in it',
        params,
        response: { 200: registrySyncsSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb: db, params: { uid } }) => {
      if (!(await createSyncRequestRepository(db).findRegistry(uid))) throw new AppError('ResourceNotFound')
      return { items: (await createSyncRunListRepository(db).list(uid)).map((row) => presentRun(row)) }
    },
  )

  app.post(
    '/v1/console/registries/:uid/sync/cancel',
    {
      config: { access: { permission: 'packRegistry.update' }, scope: 'tenant' },
      schema: {
        tags: ['console'],
        summary: 'Ends the sync that is queued or running',
        params,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async ({ tenantDb: db, caller, params: { uid } }, reply) => {
      const result = await cancelSync({ db, caller }, uid)
      if (result.kind !== 'cancelled') throw new AppError(REFUSALS[result.kind])
      return sendAuditUid(reply, result.auditUid).code(204).send(null)
    },
  )
}
