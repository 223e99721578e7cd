import { operations } from '@waybill/api-contract/operations'
import { AppError } from '../../../platform/errors/app-error.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { revisionIn, revisionOf } from '../../../platform/http/revision.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { deleteProfile } from './deletion-service.ts'

export const deletionRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.profiles.delete, async (request) => {
    await deleteProfile(use(request), request.params.uid, revisionIn(request.headers))
  })

  route(app, operations.profiles.deleteBulk, async (request) => {
    const failures: { uid: string; name: string; errMsg: string; code: string }[] = []
    const uids = [...new Set(request.body.uids ?? [])]
    const etags = new Map(Object.entries(request.body.etags ?? {}))
    for (const uid of uids) {
      const refused = await deleteProfile(use(request), uid, revisionOf(etags.get(uid))).then(
        () => undefined,
        refusalIn,
      )
      if (refused) failures.push({ uid, name: '', errMsg: refused.message, code: refused.code })
    }
    const deletedCount = uids.length - failures.length
    const isSucceeded = failures.length === 0
    return { deletedCount, isSucceeded, message: isSucceeded ? '' : 'Some profiles were not deleted.', failures }
  })
}

/** Anything but a refusal fails the whole request. */
function refusalIn(error: unknown): AppError {
  if (error instanceof AppError) return error
  throw error
}
