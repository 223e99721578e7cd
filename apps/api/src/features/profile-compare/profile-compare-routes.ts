import { operations } from '@waybill/api-contract/operations'
import { route, type PlatformRoutes } from '../../platform/http/route.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { compareProfiles } from './profile-compare-service.ts'

export const profileCompareRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.comparisons.profiles, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    const { with: right, withProjectUid } = request.query
    const rightCaller = withProjectUid ? await request.callerIn(withProjectUid) : request.caller
    return compareProfiles(use(request), { left: request.params.uid, right, rightCaller })
  })
}
