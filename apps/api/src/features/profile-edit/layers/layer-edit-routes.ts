import { operations } from '@waybill/api-contract/operations'
import { AppError } from '../../../platform/errors/app-error.ts'
import { changer } from '../edit-route.ts'
import { addingLayer, changingLayer, changingLayers, removingLayer } from './layer-edits.ts'
import { layerRequestOf } from '../profile-input.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'

/** Layers of a draft: single ones, and several at once. */
export const layerEditRoutes: PlatformRoutes = async (app, { platform }) => {
  const { change, add } = changer(platform)

  route(app, operations.layerEdits.add, async (request, reply) =>
    add(request, reply, (onAdded) => addingLayer(layerRequestOf(request.body.pack), onAdded)),
  )
  route(app, operations.layerEdits.change, async (request, reply) =>
    change(request, reply, changingLayer(request.params.packName, layerRequestOf(request.body.pack))),
  )
  route(app, operations.layerEdits.remove, async (request, reply) =>
    change(request, reply, removingLayer(request.params.packName)),
  )
  route(app, operations.layerEdits.changeSeveral, async (request, reply) => {
    const { uid, packs } = request.body
    if (uid && uid !== request.params.uid) throw new AppError('InvalidRequest', { params: { field: 'uid' } })
    return change(request, reply, changingLayers((packs ?? []).map(layerRequestOf)))
  })
}
