import { operations } from '@waybill/api-contract/operations'
import { currentLayers } from '../stored/current-layers.ts'
import { describeLayers } from './describe-layers.ts'
import { getProfile } from '../read/profile-service.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { toPackEntity, toPackWithManifests } from './profile-pack-presenter.ts'
import { toMetadata } from '../read/profile-presenter.ts'

/** All layers of a profile: of its draft, or of its published content if there is no draft. */
export const profilePackListRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)

  route(app, operations.layers.list, async (request) => {
    const profile = await getProfile(use(request), request.params.uid)
    const layers = currentLayers(profile)
    const described = await describeLayers(use(request), { layers, wanted: request.query.includePackMeta })
    return { items: described.map((each) => toPackEntity(profile, each)) }
  })

  route(app, operations.layers.listWithManifests, async (request) => {
    const profile = await getProfile(use(request), request.params.uid)
    const layers = currentLayers(profile)
    const described = await describeLayers(use(request), { layers, wanted: request.query.includePackMeta })
    const packs = described.map((each) => toPackWithManifests(profile, each))
    return { metadata: toMetadata(profile), spec: { packs } }
  })
}
