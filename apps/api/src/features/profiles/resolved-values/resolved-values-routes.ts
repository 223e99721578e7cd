import { commonErrorResponses, resolvedValuesQuerySchema, resolvedValuesSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { macrosFor } from './macro-values.ts'
import { getProfile } from '../read/profile-service.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import type { Platform } from '../../../platform/platform.ts'
import { unresolvedValues } from './resolved-values.ts'

export const resolvedValuesRoutes: FastifyPluginAsyncZod<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  app.get(
    '/v1/clusterprofiles/:uid/packs/resolvedValues',
    {
      config: { access: { permission: 'clusterProfile.get' } },
      schema: {
        tags: ['profiles'],
        summary: 'Values of the layers with macros, defaults of variables and values of packs in their place',
        description:
          'What only a cluster knows stays as it is. A body cannot be relied on in a GET: name layers in the query.',
        params: z.object({ uid: z.string().max(300) }),
        querystring: resolvedValuesQuerySchema,
        response: { 200: resolvedValuesSchema, ...commonErrorResponses },
      },
    },
    async (request) => {
      const { caller, params, query } = request
      const profile = await getProfile(use(request), params.uid)
      const macros = await macrosFor(use(request), profile)
      const references = [query.references ?? []].flat()
      const unresolved = unresolvedValues(profile, { caller, macros, references })
      return { resolved: Object.fromEntries(await platform.workers.run('resolveValues', unresolved)) }
    },
  )
}
