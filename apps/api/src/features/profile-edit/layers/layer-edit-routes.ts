import { operations } from '@waybill/api-contract/operations'
import { changer } from '../edit-route.ts'
import { addingLayer, changingLayer, removingLayer } from './layer-edits.ts'
import { layerRequestOf } from '../profile-input.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'

/** Single layers of a draft. */
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
}
