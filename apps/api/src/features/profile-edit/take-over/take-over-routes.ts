import { operations } from '@waybill/api-contract/operations'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { revisionIn } from '../../../platform/http/revision.ts'
import { sendEdited } from '../edit-route.ts'
import { takeBack, takeOver } from './take-over.ts'

/** Takes over a difference found by a comparison into the draft of one side. */
export const takeOverRoutes: PlatformRoutes = async (app, { platform }) => {
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
    sendEdited(reply, edited)
    return { undo: edited.undo }
  })
}
