import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { route } from '../../../platform/http/route.ts'
import { sendWarnings, warningsBody } from '../../../platform/http/warnings.ts'
import { publishOf, revisionIn, type ProfileEditOptions } from '../edit-route.ts'
import { replacement } from '../profile-input.ts'
import { saveAsVersion } from './profile-version-service.ts'

export const versionRoutes: FastifyPluginAsync<ProfileEditOptions> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.profileEdits.saveAsVersion, async (request, reply) => {
    const { uid, auditUid, warnings } = await saveAsVersion(use(request), {
      uid: request.params.uid,
      edit: replacement(request.body),
      publish: publishOf(request.query) === true,
      revision: revisionIn(request.headers['if-match']),
    })
    sendAuditUid(reply, auditUid)
    sendWarnings(reply, warnings)
    return { uid, ...warningsBody(warnings) }
  })
}
