import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { route } from '../../../platform/http/route.ts'
import { sendWarnings } from '../../../platform/http/send-warnings.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { revisionIn } from '../../../platform/http/revision.ts'
import type { ProfileEditOptions } from '../edit-route.ts'
import { takeBack, takeOver } from './take-over.ts'

/** What a comparison finds, put into the draft of one side. */
export const takeOverRoutes: FastifyPluginAsync<ProfileEditOptions> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.comparisons.takeOver, async (request, reply) => {
    const { body, params } = request
    const edited =
      'undo' in body
        ? await takeBack(use(request), { uid: params.uid, undo: body.undo })
        : await takeOver(use(request), {
            uid: params.uid,
            from: body.from,
            giver: body.fromProjectUid ? await request.callerIn(body.fromProjectUid) : request.caller,
            kind: body.kind,
            name: body.part,
            revision: revisionIn(request.headers),
          })
    sendAuditUid(reply, edited.auditUid)
    sendWarnings(reply, edited.warnings)
    return { undo: edited.undo }
  })
}
