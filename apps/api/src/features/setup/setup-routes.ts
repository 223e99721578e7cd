import { operations } from '@waybill/api-contract/operations'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route, type PlatformRoutes } from '../../platform/http/route.ts'
import { hasSingleSignOn, hasTenant } from './setup-repository.ts'
import { setUpTenant } from './setup-service.ts'

export const setupRoutes: PlatformRoutes = async (app, { platform }) => {
  route(app, operations.setup.get, async () => ({
    isNeeded: !(await hasTenant(platform)),
    hasSso: await hasSingleSignOn(platform),
  }))

  route(app, operations.setup.setUp, async (request, reply) => {
    const { firstName, lastName, ...body } = request.body
    const names = { firstName: firstName ?? '', lastName: lastName ?? '' }
    const { auditUid, ...made } = await setUpTenant(platform, { ...body, ...names, address: request.ip })
    sendAuditUid(reply, auditUid)
    return made
  })
}
