import {
  commonErrorResponses,
  profileManifestSchema,
  profilePackConfigSchema,
  profilePackSchema,
} from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Platform } from '../../../platform/platform.ts'
import { describeLayers } from './describe-layers.ts'
import { macrosFor, macrosIn } from '../resolved-values/macro-values.ts'
import { findPackDefaults, findRegistryFacts } from './pack-facts-repository.ts'
import { getProfile } from '../read/profile-service.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { toConfigBody, toPackBody } from './profile-pack-presenter.ts'
import { layerCalled, layerOfPack, manifestOf } from './profile-pack-lookup.ts'

const uidParams = z.object({ uid: z.string().max(300) })
const packParams = uidParams.extend({ packName: z.string().max(300).describe('Name or uid of the layer') })
const mayRead = { access: { permission: 'clusterProfile.get' } } as const
const tags = ['profiles']

/** One layer of a profile: of its draft, or of what is published where there is none. */
export const profilePackRoutes: FastifyPluginAsyncZod<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)

  app.get(
    '/v1/clusterprofiles/:uid/packs/:packName',
    {
      config: mayRead,
      schema: {
        tags,
        summary: 'A layer with its pack, its registry and the macros that its values name',
        params: packParams,
        response: { 200: profilePackSchema, ...commonErrorResponses },
      },
    },
    async (request) => {
      const profile = await getProfile(use(request), request.params.uid)
      const layer = layerCalled(profile, request.params.packName)
      const macros = await macrosFor(use(request), profile)
      const described = await describeLayers(use(request), { layers: [layer], wanted: 'schema,presets' })
      return toPackBody(profile, {
        ...(described[0] ?? { layer, facts: undefined }),
        registry: await findRegistryFacts(request.tenantDb, layer.registryUid),
        macros: macrosIn(layer.values ?? '', macros),
      })
    },
  )

  app.get(
    '/v1/clusterprofiles/:uid/packs/:packName/config',
    {
      config: mayRead,
      schema: {
        tags,
        summary: 'Values and manifests of a layer, and whether the values differ from those of its pack',
        params: packParams,
        querystring: z.object({ packUid: z.string().max(300).default('').describe('Has to be the pack of the layer') }),
        response: { 200: profilePackConfigSchema, ...commonErrorResponses },
      },
    },
    async (request) => {
      const { params, query } = request
      const profile = await getProfile(use(request), params.uid)
      const layer = layerOfPack(profile, { packName: params.packName, packUid: query.packUid })
      const defaults = await findPackDefaults(request.tenantDb, layer.packUid)
      return toConfigBody(profile, { layer, defaults })
    },
  )

  app.get(
    '/v1/clusterprofiles/:uid/packs/:packName/manifests/:manifestUid',
    {
      config: mayRead,
      schema: {
        tags,
        summary: 'One manifest of a layer, draft and published side by side',
        params: packParams.extend({ manifestUid: z.string().max(300) }),
        response: { 200: profileManifestSchema, ...commonErrorResponses },
      },
    },
    async (request) => manifestOf(await getProfile(use(request), request.params.uid), request.params),
  )
}
