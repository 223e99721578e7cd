import { commonErrorResponses, profileSummaryOfOneSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listPackFacts } from '../packs/pack-facts-repository.ts'
import { getProfile, getProfileHead } from './profile-service.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { toSummaryOfOne } from './profile-summary-presenter.ts'

const params = z.object({ uid: z.string().max(300) })
const config = { access: { permission: 'clusterProfile.get' } } as const

export const profileSummaryRoutes: FastifyPluginAsyncZod<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  app.get(
    '/v1/dashboard/clusterprofiles/:uid',
    {
      config,
      schema: {
        tags: ['profiles'],
        summary: 'A profile without its texts, with the states of its packs',
        params,
        response: { 200: profileSummaryOfOneSchema, ...commonErrorResponses },
      },
    },
    async (request) => {
      const profile = await getProfile(use(request), request.params.uid)
      const uids = profile.layers.map(({ packUid }) => packUid)
      return toSummaryOfOne(profile, await listPackFacts(request.tenantDb, uids))
    },
  )

  app.get(
    '/v1/clusterprofiles/:uid/spc/download',
    {
      config,
      schema: {
        tags: ['profiles'],
        summary: 'Refused with NotSupported: the file is made of a running cluster',
        params,
        response: { 200: z.string().describe('Never sent'), ...commonErrorResponses },
      },
    },
    async (request) => {
      await getProfileHead(use(request), request.params.uid)
      throw new AppError('NotSupported')
    },
  )
}
