import { commonErrorResponses, profileManifestsSchema, profileSchema, variablesSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Platform } from '../../../platform/platform.ts'
import { readPackMeta } from '../packs/pack-meta-reader.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { getProfile, getVariables } from './profile-service.ts'
import { manifestsOf } from '../packs/profile-pack-lookup.ts'
import { toProfileBody } from './profile-presenter.ts'

const uidParams = z.object({ uid: z.string().max(300) })
const mayRead = { access: { permission: 'clusterProfile.get' } } as const
const tags = ['profiles']

export const profileRoutes: FastifyPluginAsyncZod<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)

  app.get(
    '/v1/clusterprofiles/:uid',
    {
      config: mayRead,
      schema: {
        tags,
        summary: 'A profile; true values for who may change it by key or token, else masks',
        params: uidParams,
        querystring: z.object({ includePackMeta: z.string().max(64).optional().describe('schema, presets') }),
        response: { 200: profileSchema, ...commonErrorResponses },
      },
    },
    async (request) => {
      const profile = await getProfile(use(request), request.params.uid)
      const wanted = request.query.includePackMeta
      const packMeta = await readPackMeta(use(request), { layers: profile.layers, wanted })
      return toProfileBody(profile, packMeta)
    },
  )

  app.get(
    '/v1/clusterprofiles/:uid/variables',
    {
      config: mayRead,
      schema: {
        tags,
        summary: 'Variables of a profile',
        params: uidParams,
        response: { 200: variablesSchema, ...commonErrorResponses },
      },
    },
    async (request) => ({ variables: await getVariables(use(request), request.params.uid) }),
  )

  app.get(
    '/v1/clusterprofiles/:uid/packs/:packName/manifests',
    {
      config: mayRead,
      schema: {
        tags,
        summary: 'Manifests of the layer of this name',
        params: uidParams.extend({ packName: z.string().max(300) }),
        response: { 200: profileManifestsSchema, ...commonErrorResponses },
      },
    },
    async (request) => manifestsOf(await getProfile(use(request), request.params.uid), request.params.packName),
  )
}
