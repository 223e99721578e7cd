import { operations } from '@waybill/api-contract/operations'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { revisionIn } from '../../../platform/http/revision.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { getProfileHead } from '../read/profile-service.ts'
import { listMarks } from './secret-mark-repository.ts'
import { markSecrets } from './secret-mark-service.ts'

const { listMarks: listing, putMarks } = operations.secretDecisions

export const secretMarkRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)

  route(app, listing, async (request) => {
    const marks = await listMarks(request.tenantDb, await getProfileHead(use(request), request.params.uid))
    return {
      marks: marks.map(({ manifest, verdict, createdBy, createdAt, ...place }) => ({
        ...place,
        ...(manifest !== '' && { manifest }),
        verdict: verdict === 'secret' ? ('secret' as const) : ('harmless' as const),
        by: createdBy,
        at: createdAt.toISOString(),
      })),
    }
  })

  route(app, putMarks, async (request, reply) => {
    const marks = request.body.marks.map(({ manifest = '', ...mark }) => ({ ...mark, manifest }))
    sendAuditUid(
      reply,
      await markSecrets(use(request), { uid: request.params.uid, revision: revisionIn(request.headers) }, marks),
    )
  })
}
