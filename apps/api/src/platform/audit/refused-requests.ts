import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findCaller, findLikelyCaller } from '../access/access.ts'
import type { TenantDb } from '../database/tenant-db.ts'
import { isUid } from '../database/uid.ts'
import { sentRefusal } from '../http/error-handler.ts'
import { recordAudit } from './audit-log.ts'
import type { RefusalLimit } from './refusal-limit.ts'
import { asPartOf } from './request-origin.ts'

const AUDITED = new Set([403, 429])
/** Imports write their own event, with the permissions that were missing. */
const AUDITED_ELSEWHERE = new Set(['PermissionMissing'])

interface RefusedRequestsOptions {
  tenantDb: (tenantUid: string) => TenantDb
  refusalLimit: RefusalLimit
}

/**
 * Records refused and rate-limited requests in the audit log of the caller's tenant; unknown callers belong to no
 * tenant's log.
 */
export function registerRefusedRequests(
  app: FastifyInstance,
  { tenantDb, refusalLimit }: RefusedRequestsOptions,
): void {
  // Before the response is sent, so that whoever received it finds the event in the log.
  app.addHook('onSend', async (request, reply, payload) => {
    const refusal = sentRefusal(request)
    if (!refusal || !AUDITED.has(reply.statusCode) || AUDITED_ELSEWHERE.has(refusal.code)) return payload
    const { code, about } = refusal
    const caller = findCaller(request) ?? findLikelyCaller(request)
    const leftOut = caller && refusalLimit.take(caller)
    if (!caller || leftOut === undefined) return payload
    try {
      await asPartOf(request, () =>
        recordAudit(tenantDb(caller.tenantUid), {
          caller,
          action: 'refuse-request',
          resource: { kind: 'operation', uid: targetOf(request), name: operationOf(request) },
          details: { code, ...permissionOf(request), ...about, ...(leftOut > 0 && { leftOut }) },
        }),
      )
    } catch (err) {
      // The request stays refused.
      request.log.error({ err }, 'refusal not audited')
    }
    return payload
  })
}

/** The route's pattern instead of the URL, whose text the caller chose. */
const operationOf = ({ method, routeOptions }: FastifyRequest) => `${method} ${routeOptions.url ?? ''}`.trim()

function targetOf({ params }: FastifyRequest): string {
  const uid: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, 'uid') : undefined
  return typeof uid === 'string' && isUid(uid) ? uid : ''
}

function permissionOf({ routeOptions }: FastifyRequest) {
  const { access } = routeOptions.config
  return typeof access === 'object' ? { permission: access.permission } : {}
}
