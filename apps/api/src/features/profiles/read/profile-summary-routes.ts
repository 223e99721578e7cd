import { operations } from '@waybill/api-contract/operations'
import { AppError } from '../../../platform/errors/app-error.ts'
import { listPackFacts } from '../packs/pack-facts-repository.ts'
import { getProfile, getProfileHead } from './profile-service.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { toSummaryOfOne } from './profile-summary-presenter.ts'

export const profileSummaryRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.profiles.getSummary, async (request) => {
    const profile = await getProfile(use(request), request.params.uid)
    const uids = profile.layers.map(({ packUid }) => packUid)
    return toSummaryOfOne(profile, await listPackFacts(request.tenantDb, uids))
  })

  route(app, operations.profiles.downloadSpc, async (request) => {
    await getProfileHead(use(request), request.params.uid)
    throw new AppError('NotSupported')
  })
}
