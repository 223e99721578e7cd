import { operations } from '@waybill/api-contract/operations'
import { useCasesWith } from '../../platform/use-case.ts'
import { changer, publishOf, sendEdited, sendMade } from './edit-route.ts'
import { revisionIn } from '../../platform/http/revision.ts'
import { route, type PlatformRoutes } from '../../platform/http/route.ts'
import { cloneRoutes } from './clone/clone-routes.ts'
import { fillEmptyValuesRoutes } from './empty-values/fill-empty-values-routes.ts'
import { layerEditRoutes } from './layers/layer-edit-routes.ts'
import { manifestEditRoutes } from './layers/manifest-edit-routes.ts'
import { refuseLayersElsewhere, requireTemplate } from './layers/template-place.ts'
import { createProfile, publishProfile } from './profile-edit-service.ts'
import { creation, replacement } from './profile-input.ts'
import { takeOverRoutes } from './take-over/take-over-routes.ts'
import { versionRoutes } from './versions/version-routes.ts'
import { variableEditRoutes } from './variables/variable-edit-routes.ts'

export const profileEditRoutes: PlatformRoutes = async (app, options) => {
  const use = useCasesWith(options.platform)
  await app.register(cloneRoutes, options)
  await app.register(layerEditRoutes, options)
  await app.register(manifestEditRoutes, options)
  await app.register(variableEditRoutes, options)
  await app.register(takeOverRoutes, options)
  await app.register(fillEmptyValuesRoutes, options)
  await app.register(versionRoutes, options)
  route(app, operations.profileEdits.create, async (request, reply) => {
    requireTemplate(request.body)
    const wanted = { edit: creation(request.body), publish: publishOf(request.query) }
    return sendMade(reply, await createProfile(use(request), wanted))
  })

  route(app, operations.profileEdits.update, async (request, reply) => {
    refuseLayersElsewhere(request.body)
    await changer(options.platform).change(request, reply, replacement(request.body))
  })

  route(app, operations.profileEdits.publish, async (request, reply) => {
    const revision = revisionIn(request.headers)
    const published = await publishProfile(use(request), { uid: request.params.uid, revision })
    if (published) sendEdited(reply, published)
  })
}
