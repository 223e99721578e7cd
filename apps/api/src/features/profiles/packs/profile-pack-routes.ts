import { operations } from '@waybill/api-contract/operations'
import { describeLayers } from './describe-layers.ts'
import { macrosFor, macrosIn } from '../resolved-values/macro-values.ts'
import { findPackDefaults, findRegistryFacts } from './pack-facts-repository.ts'
import { getProfile } from '../read/profile-service.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { toConfigBody, toPackBody } from './profile-pack-presenter.ts'
import { layerCalled, layerOfPack, manifestOf } from './profile-pack-lookup.ts'

/** One layer of a profile: of its draft, or of its published content if there is no draft. */
export const profilePackRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)

  route(app, operations.layers.get, async (request) => {
    const profile = await getProfile(use(request), request.params.uid)
    const layer = layerCalled(profile, request.params.packName)
    const macros = await macrosFor(use(request), profile)
    const described = await describeLayers(use(request), { layers: [layer], wanted: 'schema,presets' })
    return toPackBody(profile, {
      ...(described[0] ?? { layer, facts: undefined }),
      registry: await findRegistryFacts(request.tenantDb, layer.registryUid),
      macros: macrosIn(layer.values ?? '', macros),
    })
  })

  route(app, operations.layers.getConfig, async (request) => {
    const { params, query } = request
    const profile = await getProfile(use(request), params.uid)
    const layer = layerOfPack(profile, { packName: params.packName, packUid: query.packUid })
    const defaults = await findPackDefaults(request.tenantDb, layer.packUid)
    return toConfigBody(profile, { layer, defaults })
  })

  route(app, operations.layers.getManifest, async (request) =>
    manifestOf(await getProfile(use(request), request.params.uid), request.params),
  )
}
