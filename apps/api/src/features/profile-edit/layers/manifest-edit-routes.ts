import { operations } from '@waybill/api-contract/operations'
import { changer } from '../edit-route.ts'
import { addingManifest, changingManifest, removingManifest } from './layer-edits.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'

/** Single manifests of a draft's layer. */
export const manifestEditRoutes: PlatformRoutes = async (app, { platform }) => {
  const { change, add } = changer(platform)

  route(app, operations.layerEdits.addManifest, async (request, reply) => {
    const { name, content } = request.body
    return add(request, reply, (onAdded) =>
      addingManifest(request.params.packName, { name, content: content ?? '' }, onAdded),
    )
  })
  route(app, operations.layerEdits.changeManifest, async (request, reply) => {
    const { packName, manifestUid } = request.params
    const { name, content } = request.body
    return change(request, reply, changingManifest(packName, manifestUid, { name, content: content ?? undefined }))
  })
  route(app, operations.layerEdits.removeManifest, async (request, reply) => {
    const { packName, manifestUid } = request.params
    return change(request, reply, removingManifest(packName, manifestUid))
  })
}
