import { operations } from '@waybill/api-contract/operations'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { revealSecret } from './reveal-service.ts'

export const revealRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.secrets.reveal, async (request, reply) => {
    const { value, auditUid } = await revealSecret(use(request), request.params.uid, request.body)
    sendAuditUid(reply, auditUid).header('cache-control', 'no-store')
    return { value }
  })
}
