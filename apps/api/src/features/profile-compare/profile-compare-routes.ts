import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { route } from '../../platform/http/route.ts'
import type { Platform } from '../../platform/platform.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { compareProfiles } from './profile-compare-service.ts'

export const profileCompareRoutes: FastifyPluginAsync<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.comparisons.profiles, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    const { with: right, withProjectUid } = request.query
    const rightCaller = withProjectUid ? await request.callerIn(withProjectUid) : request.caller
    return compareProfiles(use(request), { left: request.params.uid, right, rightCaller })
  })
}
