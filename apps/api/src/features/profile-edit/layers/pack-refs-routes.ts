import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '../../../platform/errors/app-error.ts'
import { route } from '../../../platform/http/route.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changer } from '../edit-route.ts'
import { changingLayers } from './layer-edits.ts'
import { layerRequestOf } from '../profile-input.ts'

export const packRefsRoutes: FastifyPluginAsync<{ platform: Platform }> = async (app, { platform }) => {
  route(app, operations.layerEdits.changeSeveral, async (request, reply) => {
    const { uid, packs } = request.body
    if (uid && uid !== request.params.uid) throw new AppError('InvalidRequest', { params: { field: 'uid' } })
    return changer(platform).change(request, reply, changingLayers((packs ?? []).map(layerRequestOf)))
  })
}
