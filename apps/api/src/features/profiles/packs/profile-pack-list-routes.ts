import { commonErrorResponses, profilePacksManifestsSchema, profilePacksSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Platform } from '../../../platform/platform.ts'
import { currentLayers } from '../stored/current-layers.ts'
import { describeLayers } from './describe-layers.ts'
import { getProfile } from '../read/profile-service.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { toPackEntity, toPackWithManifests } from './profile-pack-presenter.ts'
import { toMetadata } from '../read/profile-presenter.ts'

const params = z.object({ uid: z.string().max(300) })
const querystring = z.object({ includePackMeta: z.string().max(64).optional().describe('schema, presets') })
const config = { access: { permission: 'clusterProfile.get' } } as const
const tags = ['profiles']

/** All layers of a profile: of its draft, or of what is published where there is none. */
export const profilePackListRoutes: FastifyPluginAsyncZod<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)

  app.get(
    '/v1/clusterprofiles/:uid/packs',
    {
      config,
      schema: {
        tags,
        summary: 'The layers of a profile with what the catalogue knows of their packs',
        params,
        querystring,
        response: { 200: profilePacksSchema, ...commonErrorResponses },
      },
    },
    async (request) => {
      const profile = await getProfile(use(request), request.params.uid)
      const layers = currentLayers(profile)
      const described = await describeLayers(use(request), { layers, wanted: request.query.includePackMeta })
      return { items: described.map((each) => toPackEntity(profile, each)) }
    },
  )

  app.get(
    '/v1/clusterprofiles/:uid/packs/manifests',
    {
      config,
      schema: {
        tags,
        summary: 'The layers of a profile with the contents of their manifests',
        params,
        querystring,
        response: { 200: profilePacksManifestsSchema, ...commonErrorResponses },
      },
    },
    async (request) => {
      const profile = await getProfile(use(request), request.params.uid)
      const layers = currentLayers(profile)
      const described = await describeLayers(use(request), { layers, wanted: request.query.includePackMeta })
      const packs = described.map((each) => toPackWithManifests(profile, each))
      return { metadata: toMetadata(profile), spec: { packs } }
    },
  )
}
