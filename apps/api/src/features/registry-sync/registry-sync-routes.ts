import { operations } from '@waybill/api-contract/operations'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../platform/errors/app-error.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route, type PlatformRoutes } from '../../platform/http/route.ts'
import { presentSyncStatus } from './status/sync-status-presenter.ts'
import { createSyncRequestRepository } from './request/sync-request-repository.ts'
import { requestSync } from './request/sync-request-service.ts'

const { packRegistrySyncs, helmRegistrySyncs, basicOciRegistrySyncs, ecrRegistrySyncs } = operations

/** Clients ask for the status of every OCI registry under `basic`, even ecr ones. */
const KINDS = [
  { kind: 'pack', of: packRegistrySyncs },
  { kind: 'helm', of: helmRegistrySyncs },
  { kind: 'oci', of: basicOciRegistrySyncs },
  { kind: 'oci', of: ecrRegistrySyncs },
] as const

const REFUSALS = { 'not-found': 'ResourceNotFound', 'not-supported': 'NotSupported' } as const

/** Palette's operations. */
export const registrySyncRoutes: PlatformRoutes = async (app, { platform: { jobs } }) => {
  for (const { kind, of } of KINDS) {
    route(app, of.start, async (request, reply) => {
      const { tenantDb: db, caller, params, query } = request
      await findOfKind(request, params.uid, kind)
      const wanted = { registryUid: params.uid, trigger: 'request', isForced: query.forceSync === 'true' } as const
      const result = await requestSync({ db, caller, jobs }, wanted)
      if (result.kind !== 'requested') throw new AppError(REFUSALS[result.kind])
      sendAuditUid(reply, result.auditUid)
      return ''
    })

    route(app, of.getStatus, async (request) => {
      const { registry, newest } = await findOfKind(request, request.params.uid, kind)
      return presentSyncStatus(registry, newest)
    })
  }
}

/** A registry of another kind is not found at this path. */
async function findOfKind({ tenantDb }: FastifyRequest, uid: string, kind: string) {
  const found = await createSyncRequestRepository(tenantDb).findRegistry(uid)
  if (found?.registry.kind !== kind) throw new AppError('ResourceNotFound')
  return found
}
