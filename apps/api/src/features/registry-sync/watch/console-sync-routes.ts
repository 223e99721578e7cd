import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '../../../platform/errors/app-error.ts'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { route } from '../../../platform/http/route.ts'
import { presentRun } from '../status/sync-run-presenter.ts'
import { createSyncRequestRepository } from '../request/sync-request-repository.ts'
import { cancelSync } from '../request/sync-request-service.ts'
import { createSyncRunListRepository } from './sync-run-list-repository.ts'

const REFUSALS = { 'not-found': 'ResourceNotFound', 'not-running': 'SyncNotRunning' } as const

/** Sync runs as the console shows and cancels them. */
export const consoleSyncRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.consoleSyncs.list, async ({ tenantDb: db, params: { uid } }) => {
    if (!(await createSyncRequestRepository(db).findRegistry(uid))) throw new AppError('ResourceNotFound')
    return { items: (await createSyncRunListRepository(db).list(uid)).map(presentRun) }
  })

  route(app, operations.consoleSyncs.cancel, async ({ tenantDb: db, caller, params: { uid } }, reply) => {
    const result = await cancelSync({ db, caller }, uid)
    if (result.kind !== 'cancelled') throw new AppError(REFUSALS[result.kind])
    sendAuditUid(reply, result.auditUid)
  })
}
