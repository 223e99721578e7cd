import { operations } from '@waybill/api-contract/operations'
import { readPackMeta } from '../packs/pack-meta-reader.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { etagOf } from '../stored/stored-document.ts'
import { getProfile, getVariables } from './profile-service.ts'
import { manifestsOf } from '../packs/profile-pack-lookup.ts'
import { toProfileBody } from './profile-presenter.ts'

export const profileRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)

  route(app, operations.profiles.get, async (request, reply) => {
    const profile = await getProfile(use(request), request.params.uid)
    void reply.header('etag', etagOf(profile))
    const wanted = request.query.includePackMeta
    const packMeta = await readPackMeta(use(request), { layers: profile.layers, wanted })
    return toProfileBody(profile, packMeta)
  })

  route(app, operations.profiles.getVariables, async (request) => ({
    variables: await getVariables(use(request), request.params.uid),
  }))

  route(app, operations.layers.listManifests, async (request) =>
    manifestsOf(await getProfile(use(request), request.params.uid), request.params.packName),
  )
}
