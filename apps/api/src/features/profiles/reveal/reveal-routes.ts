import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { route } from '../../../platform/http/route.ts'
import type { Platform } from '../../../platform/platform.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { revealSecret } from './reveal-service.ts'

export const revealRoutes: FastifyPluginAsync<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.secrets.reveal, async (request, reply) => {
    const { value, auditUid } = await revealSecret(use(request), request.params.uid, request.body)
    sendAuditUid(reply, auditUid).header('cache-control', 'no-store')
    return { value }
  })
}
