import { operations } from '@waybill/api-contract/operations'
import { AppError } from '../../../platform/errors/app-error.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { changer } from '../edit-route.ts'
import { changingLayers } from './layer-edits.ts'
import { layerRequestOf } from '../profile-input.ts'

export const packRefsRoutes: PlatformRoutes = async (app, { platform }) => {
  route(app, operations.layerEdits.changeSeveral, async (request, reply) => {
    const { uid, packs } = request.body
    if (uid && uid !== request.params.uid) throw new AppError('InvalidRequest', { params: { field: 'uid' } })
    return changer(platform).change(request, reply, changingLayers((packs ?? []).map(layerRequestOf)))
  })
}
