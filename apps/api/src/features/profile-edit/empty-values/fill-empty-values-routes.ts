import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { route } from '../../../platform/http/route.ts'
import { changer, type ProfileEditOptions } from '../edit-route.ts'
import { fillingEmptyValues } from './fill-empty-values.ts'

export const fillEmptyValuesRoutes: FastifyPluginAsync<ProfileEditOptions> = async (app, options) => {
  const { workers } = options.platform
  route(app, operations.emptyValues.fill, async (request, reply) =>
    changer(options).change(request, reply, fillingEmptyValues(workers, request.body.values)),
  )
}
