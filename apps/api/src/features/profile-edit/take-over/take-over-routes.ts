import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { route } from '../../../platform/http/route.ts'
import { sendWarnings } from '../../../platform/http/warnings.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { revisionIn, type ProfileEditOptions } from '../edit-route.ts'
import { takeOver } from './take-over.ts'

/** What a comparison finds, put into the draft of one side. */
export const takeOverRoutes: FastifyPluginAsync<ProfileEditOptions> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.comparisons.takeOver, async (request, reply) => {
    const { from, fromProjectUid, kind, part } = request.body
    const giver = fromProjectUid ? await request.callerIn(fromProjectUid) : request.caller
    const revision = revisionIn(request.headers['if-match'])
    const edited = await takeOver(use(request), { from, kind, name: part, giver, uid: request.params.uid, revision })
    sendAuditUid(reply, edited.auditUid)
    sendWarnings(reply, edited.warnings)
  })
}
